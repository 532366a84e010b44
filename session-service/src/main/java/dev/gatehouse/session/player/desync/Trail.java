package dev.gatehouse.session.player.desync;

import dev.gatehouse.session.player.state.JournalEntry;
import dev.gatehouse.session.player.state.PlayerState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a player did last: a state, and everything that was decided since. Of what came before it keeps at
/// least [#KEPT] entries and fewer than twice as many, fewer where they are large, and two states, which share
/// what they have in common with the player's.
public final class Trail {

    static final int KEPT = 32;

    /// Of the entries of one stretch. Before one that is larger by itself, nothing is kept.
    static final int MOST_BYTES = 128 * 1024;

    private @Nullable Stretch older;
    private @Nullable Stretch newer;

    /// From the state before its first entry.
    private static final class Stretch {
        final PlayerState<?> from;
        final List<JournalEntry> since = new ArrayList<>();
        int bytes;

        Stretch(PlayerState<?> from) {
            this.from = from;
        }

        boolean hasRoomFor(int more) {
            return since.size() < KEPT && bytes + more <= MOST_BYTES;
        }
    }

    /// @param bytes of the entry as it is stored
    public void add(PlayerState<?> before, JournalEntry entry, int bytes) {
        if (bytes > MOST_BYTES) {
            clear();
            return;
        }
        if (newer == null || !newer.hasRoomFor(bytes)) {
            older = newer;
            newer = new Stretch(before);
        }
        newer.since.add(entry);
        newer.bytes += bytes;
    }

    public void clear() {
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
