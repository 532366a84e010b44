package dev.gatehouse.registry.journal;

import com.google.protobuf.ByteString;
import dev.gatehouse.registry.lease.Lease;
import java.util.List;

/// Entries to be added to a player's journal, all or none.
///
/// @param firstIndex of the first entry: one more than the last entry stored
/// @param entries 1 to [#MOST_ENTRIES]
public record Append(Lease lease, long firstIndex, List<ByteString> entries) {

    public static final int MOST_ENTRIES = 1024;

    public Append {
        entries = List.copyOf(entries);
        if (firstIndex < 1) {
            throw new IllegalArgumentException("firstIndex: " + firstIndex + " (expected: >= 1)");
        }
        if (entries.isEmpty() || entries.size() > MOST_ENTRIES) {
            throw new IllegalArgumentException("entries: " + entries.size() + " (expected: 1 to " + MOST_ENTRIES + ")");
        }
    }
}
