package dev.gatehouse.registry.lease;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Who owns which player. Leases end by Redis' clock; an owner stops acknowledging before that by its own
/// monotonic clock, counted from before it asked. Safe for use by several threads.
public interface PlayerLeases {

    /// Takes the player if nobody holds it. Claimed again with the same nonce, the lease is renewed and
    /// keeps its epoch.
    ///
    /// @param nonce of this incarnation of the owner; see [Lease]
    /// @param takeOverFrom a node whose lease need not be waited for, because it is known to be gone;
    ///     the claimant's own id after a restart
    CompletionStage<LeaseAnswer> claim(
            PlayerKey player, NodeId node, String nonce, Duration ttl, @Nullable NodeId takeOverFrom);

    /// Renews many leases in one pipeline. One that had ended is renewed too if nobody took over in
    /// between. Never fails.
    ///
    /// @param keepSessions for how long what is stored of the players' sessions is kept, should this
    ///     have been the last renewal
    CompletionStage<Renewal> renew(List<Lease> leases, Duration ttl, Duration keepSessions);

    /// Lets the player go at once.
    ///
    /// @return false where the lease was not held any more
    CompletionStage<Boolean> release(Lease lease);

    /// The node that holds the player now.
    CompletionStage<Optional<NodeId>> ownerOf(PlayerKey player);
}
