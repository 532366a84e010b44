package dev.gatehouse.session.player.state;

import dev.gatehouse.session.player.state.StoredState.UsedKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/// The idempotency keys that were used last for a player. Immutable. Past its bound it forgets the oldest: a
/// caller that repeats itself does so within minutes.
record UsedKeys(PVector<UsedKey> all) {

    static final int CAPACITY = 256;

    static final UsedKeys NONE = new UsedKeys(TreePVector.empty());

    static UsedKeys of(List<UsedKey> keys) {
        return new UsedKeys(TreePVector.from(keys));
    }

    Optional<Long> find(@Nullable String key) {
        return key == null
                ? Optional.empty()
                : all.stream()
                        .filter(used -> used.key().equals(key))
                        .map(UsedKey::id)
                        .findFirst();
    }

    UsedKeys plus(@Nullable String key, long id) {
        if (key == null) {
            return this;
        }
        var room = all.size() < CAPACITY ? all : all.minus(0);
        return new UsedKeys(room.plus(new UsedKey(key, id)));
    }
}
