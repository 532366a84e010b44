package dev.gatehouse.registry.journal;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.lease.Lease;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// What is kept of each player. Safe for use by several threads; for one player, the next append is sent when
/// the last one is answered.
public interface PlayerJournal {

    /// Entries that a journal holds at most; a snapshot makes room.
    int MOST_KEPT = 4096;

    /// All that is kept of the player. Claim the lease first: then nobody else adds to it.
    CompletionStage<StoredPlayer> load(PlayerKey player);

    /// Appends for many players in one pipeline. Sent again, an append that was stored is confirmed and not
    /// doubled. Never fails: each append has its own result, in the order of the list.
    CompletionStage<List<AppendResult>> append(List<Append> appends);

    /// Stores a snapshot and forgets the entries that it contains. Never fails.
    ///
    /// @param index of the last entry contained in it: not before the last snapshot's. After the last entry's where
    ///     entries that were confirmed are missing: it stands for them
    CompletionStage<AppendResult> snapshot(Lease lease, long index, ByteString bytes);
}
