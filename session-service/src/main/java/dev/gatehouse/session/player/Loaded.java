package dev.gatehouse.session.player;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.lease.Lease;
import org.jspecify.annotations.Nullable;

/// What came of asking for a player.
sealed interface Loaded {

    /// This node owns it.
    ///
    /// @param state absent for a game without a player model
    /// @param snapshot the journal's index that the snapshot reaches
    /// @param written the last index in the journal
    /// @param leaseUntil when the lease ends, by this node's monotonic clock
    record Ready(Lease lease, @Nullable PlayerState<?> state, long snapshot, long written, long leaseUntil)
            implements Loaded {}

    record HeldBy(NodeId owner) implements Loaded {}

    /// Nobody of this id has ever played.
    record Unknown() implements Loaded {}

    /// This node does not host the game.
    record NoGame() implements Loaded {}

    /// What is stored cannot be read.
    record Unreadable() implements Loaded {}

    /// The registry cannot be asked now.
    record Unavailable() implements Loaded {}
}
