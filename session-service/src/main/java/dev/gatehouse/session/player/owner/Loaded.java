package dev.gatehouse.session.player.owner;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.snapshot.JournalGrowth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What came of asking for a player.
public sealed interface Loaded {

    /// This node owns it.
    ///
    /// @param state absent for a game without a player model, and for an unauthenticated session
    /// @param journal what is stored of it
    /// @param leaseUntil when the lease ends, by this node's monotonic clock
    /// @param sessions that another node held, in recovery
    record Ready(
            Lease lease,
            @Nullable PlayerState<?> state,
            JournalGrowth.Extent journal,
            long leaseUntil,
            List<Session> sessions)
            implements Loaded {

        public Ready {
            sessions = List.copyOf(sessions);
        }

        Ready with(List<Session> goingOn) {
            return new Ready(lease, state, journal, leaseUntil, goingOn);
        }
    }

    record HeldBy(NodeId owner) implements Loaded {}

    /// Nobody of this id has ever played.
    record Unknown() implements Loaded {}

    /// This node does not host the game.
    record NoGame() implements Loaded {}

    /// What is stored cannot be read.
    record Unreadable() implements Loaded {}

    /// What is stored is a later version's, which this node is not yet, or not any more.
    record Later() implements Loaded {}

    /// The registry cannot be asked now.
    record Unavailable() implements Loaded {}
}
