package dev.gatehouse.session.player.owner;

import dev.gatehouse.model.id.SessionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Something of each of a player's sessions. Most players have one session, and the many idle ones have none: then
/// it keeps nothing but itself. On the player's shard.
final class PerSession<V> {

    /// One that can be changed, unless it is empty.
    private Map<SessionId, V> all = Map.of();

    @Nullable
    V get(SessionId session) {
        return all.get(session);
    }

    boolean has(SessionId session) {
        return all.containsKey(session);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /// A view: not to be read while something comes or goes.
    Collection<V> values() {
        return all.values();
    }

    /// As they are now.
    List<Map.Entry<SessionId, V>> entries() {
        return List.copyOf(all.entrySet());
    }

    /// In place of what there was of this session.
    void put(SessionId session, V value) {
        if (all.isEmpty()) {
            all = HashMap.newHashMap(1);
        }
        all.put(session, value);
    }

    /// @return what there was; null where there was nothing
    @Nullable
    V remove(SessionId session) {
        var removed = get(session);
        if (removed != null) {
            all.remove(session);
            letGo();
        }
        return removed;
    }

    /// Removes what is of other sessions.
    void retain(Predicate<SessionId> kept) {
        if (!all.isEmpty()) {
            all.keySet().removeIf(kept.negate());
            letGo();
        }
    }

    private void letGo() {
        if (all.isEmpty()) {
            all = Map.of();
        }
    }
}
