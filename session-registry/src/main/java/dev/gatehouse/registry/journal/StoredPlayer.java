package dev.gatehouse.registry.journal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that is kept of a player.
///
/// @param snapshot absent until the first one is stored
/// @param entries those after the snapshot, in order
public record StoredPlayer(@Nullable Snapshot snapshot, List<Entry> entries) {

    public StoredPlayer {
        entries = List.copyOf(entries);
    }

    /// The index that the next entry must have.
    public long nextIndex() {
        return (snapshot == null ? 0 : snapshot.index()) + entries.size() + 1;
    }
}
