package dev.gatehouse.registry.lease;

import dev.gatehouse.model.id.NodeId;
import java.time.Duration;

/// What became of a claim to a player.
public sealed interface LeaseAnswer {

    /// The player is the claimant's from here on. What the last owner had in flight is refused.
    record Granted(Lease lease) implements LeaseAnswer {}

    /// Another incarnation holds it, perhaps one on the same node.
    ///
    /// @param remaining until its lease ends unless it is renewed
    record HeldBy(NodeId node, Duration remaining) implements LeaseAnswer {}
}
