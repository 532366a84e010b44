package dev.gatehouse.session.player;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a player did last: a state, and everything that was decided since. Of what came before it keeps at least
/// [#KEPT] entries and fewer than twice as many, and two states, which share what they have in common with the
/// player's.
final class Trail {

    static final int KEPT = 32;

    private @Nullable Stretch older;
    private @Nullable Stretch newer;

    /// @param from the state before the first entry
    private record Stretch(PlayerState<?> from, List<JournalEntry> since) {

        Stretch(PlayerState<?> from) {
            this(from, new ArrayList<>());
        }
    }

    void add(PlayerState<?> before, JournalEntry entry) {
        if (newer == null || newer.since.size() >= KEPT) {
            older = newer;
            newer = new Stretch(before);
        }
        newer.since.add(entry);
    }

    void clear() {
        older = null;
        newer = null;
    }

    /// Where the trail begins.
    ///
    /// @param now the player's state, where nothing has been decided
    PlayerState<?> from(PlayerState<?> now) {
        var first = older == null ? newer : older;
        return first == null ? now : first.from;
    }

    List<JournalEntry> since() {
        var all = new ArrayList<JournalEntry>();
        if (older != null) {
            all.addAll(older.since);
        }
        if (newer != null) {
            all.addAll(newer.since);
        }
        return List.copyOf(all);
    }
}
