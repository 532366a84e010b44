package dev.gatehouse.registry.journal;

import dev.gatehouse.model.id.NodeId;
import org.jspecify.annotations.Nullable;

/// What became of a write to a player's journal or snapshot.
public sealed interface AppendResult {

    /// It is stored.
    ///
    /// @param nextIndex that the next entry must have
    /// @param kept entries in the journal since the last snapshot; at [PlayerJournal#MOST_KEPT] no more are
    ///     taken
    record Appended(long nextIndex, long kept) implements AppendResult {}

    /// It was refused: the lease it showed is not the player's lease. The writer has lost the player.
    ///
    /// @param owner who claimed the player last; absent where nobody did, or the lease was released
    record Fenced(@Nullable NodeId owner) implements AppendResult {}

    /// Nothing was stored, because entries before it are missing that were confirmed: Redis was killed or failed over,
    /// and has lost the last of what it had. The writer still owns the player. It stores a snapshot that stands for
    /// what is missing, then the same entries again.
    ///
    /// @param nextIndex that an entry would have to have
    record Behind(long nextIndex) implements AppendResult {}

    /// Whether it is stored is unknown: acknowledge nothing, and send the same again while the lease lasts.
    /// So does a write end that cannot fit: one too many for a full journal until a snapshot makes room, one
    /// beyond what the journal holds next for ever.
    record Unconfirmed(Throwable cause) implements AppendResult {}
}
