package dev.gatehouse.registry.lease.redis;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.lease.Renewal;
import dev.gatehouse.registry.lease.Renewal.Held;
import dev.gatehouse.registry.redis.Scripts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Player leases in Redis.
public final class RedisPlayerLeases implements PlayerLeases {

    private final Scripts scripts;

    public RedisPlayerLeases(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<LeaseAnswer> claim(
            PlayerKey player, NodeId node, String nonce, Duration ttl, @Nullable NodeId takeOverFrom) {
        return scripts.run(ClaimLease.call(player, node, nonce, ttl, takeOverFrom));
    }

    @Override
    public CompletionStage<Renewal> renew(List<Lease> leases, Duration ttl, Duration keepSessions) {
        var calls = leases.stream()
                .map(lease -> RenewLease.call(lease, ttl, keepSessions))
                .toList();
        var renewals = scripts.runAll(calls).stream()
                .map(CompletionStage::toCompletableFuture)
                .toList();
        return CompletableFuture.allOf(renewals.toArray(CompletableFuture<?>[]::new))
                .handle((_, _) -> renewal(leases, renewals));
    }

    @Override
    public CompletionStage<Boolean> release(Lease lease) {
        return scripts.run(ReleaseLease.call(lease));
    }

    @Override
    public CompletionStage<Optional<NodeId>> ownerOf(PlayerKey player) {
        return scripts.run(FindOwner.call(player));
    }

    /// @param renewals done, one for each lease: nothing where it is lost
    private static Renewal renewal(List<Lease> leases, List<CompletableFuture<Optional<Held>>> renewals) {
        var held = new ArrayList<Held>();
        var lost = new ArrayList<Lease>();
        var unconfirmed = new ArrayList<Lease>();
        for (var i = 0; i < leases.size(); i++) {
            var lease = leases.get(i);
            if (renewals.get(i).isCompletedExceptionally()) {
                unconfirmed.add(lease);
            } else {
                renewals.get(i).join().ifPresentOrElse(held::add, () -> lost.add(lease));
            }
        }
        return new Renewal(held, lost, unconfirmed);
    }
}
