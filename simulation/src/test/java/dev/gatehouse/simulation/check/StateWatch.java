package dev.gatehouse.simulation.check;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.session.player.state.StoredPlayers;
import dev.gatehouse.session.player.state.UnreadablePlayerException;
import dev.gatehouse.simulation.game.Ledger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Compares all that owners have of a player, as they say it when they store a snapshot: what one of them has is what
/// the one before had, and what was written since (C9). So it shows what a recovery loses that no client sees: hidden
/// members, actions that wait, keys.
public final class StateWatch {

    private final History history;
    private final Map<PlayerKey, Known> players = new HashMap<>();
    private final List<String> found = new ArrayList<>();

    public StateWatch(History history) {
        this.history = history;
    }

    /// What an owner had at an entry, and the entries behind it.
    private static final class Known {
        private long index = -1;
        private ByteString state = ByteString.EMPTY;
        private final TreeMap<Long, ByteString> entries = new TreeMap<>();
    }

    /// The journal has taken these.
    public void appended(PlayerKey player, long firstIndex, List<ByteString> entries) {
        var known = players.computeIfAbsent(player, _ -> new Known());
        for (int i = 0; i < entries.size(); i++) {
            if (firstIndex + i > known.index) {
                known.entries.put(firstIndex + i, entries.get(i));
            }
        }
    }

    /// An owner has this at an entry, and knows that it is stored: one that does not may have started a player anew.
    public void says(PlayerKey player, long index, ByteString state) {
        var known = players.computeIfAbsent(player, _ -> new Known());
        if (index < known.index) {
            // Late, or of one who has been fenced.
            return;
        }
        if (known.index >= 0) {
            compare(player, known, index, state);
        }
        known.index = index;
        known.state = state;
        known.entries.headMap(index, true).clear();
    }

    private void compare(PlayerKey player, Known before, long index, ByteString state) {
        var since = List.copyOf(before.entries.headMap(index, true).values());
        try {
            var expected = StoredPlayers.encode(
                    StoredPlayers.decode(Ledger.MODEL, before.state, since).state());
            if (!expected.equals(state)) {
                found.add("an owner of %s has something else at entry %d than entry %d and what came since lead to"
                        .formatted(player, index, before.index));
            }
        } catch (UnreadablePlayerException e) {
            found.add(player + " cannot be replayed: " + e.getMessage());
        }
    }

    /// Tells what it has found, once all is over: what clients see of it is for others to find.
    public void report() {
        found.forEach(what -> history.violated(Promise.C9, what));
    }
}
