package dev.gatehouse.simulation.plant;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.lease.Renewal;
import dev.gatehouse.simulation.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Lets every lease end sooner than its owner reckons with, by more than its margin.
public record EndsEarly(PlayerLeases leases) implements PlayerLeases {

    private static Duration shorter(Duration ttl) {
        return ttl.minus(Settings.PLAYERS.leaseMargin().multipliedBy(2));
    }

    @Override
    public CompletionStage<LeaseAnswer> claim(
            PlayerKey player, NodeId node, String nonce, Duration ttl, @Nullable NodeId takeOverFrom) {
        return leases.claim(player, node, nonce, shorter(ttl), takeOverFrom);
    }

    @Override
    public CompletionStage<Renewal> renew(List<Lease> asked, Duration ttl, Duration keepSessions) {
        return leases.renew(asked, shorter(ttl), keepSessions);
    }

    @Override
    public CompletionStage<Boolean> release(Lease lease) {
        return leases.release(lease);
    }

    @Override
    public CompletionStage<Optional<NodeId>> ownerOf(PlayerKey player) {
        return leases.ownerOf(player);
    }
}
