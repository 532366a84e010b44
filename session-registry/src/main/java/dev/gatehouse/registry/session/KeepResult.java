package dev.gatehouse.registry.session;

import dev.gatehouse.model.id.NodeId;
import org.jspecify.annotations.Nullable;

/// What became of a write to a player's sessions.
public sealed interface KeepResult {

    /// It is stored.
    record Kept() implements KeepResult {}

    /// It was refused: the lease it showed is not the player's lease. The writer has lost the player.
    ///
    /// @param owner who claimed the player last; absent where nobody did, or the lease was released
    record Fenced(@Nullable NodeId owner) implements KeepResult {}

    /// Whether it is stored is unknown, or there are [PlayerSessions#MOST_KEPT] others: tell no
    /// client of it.
    record Unconfirmed(Throwable cause) implements KeepResult {}
}
