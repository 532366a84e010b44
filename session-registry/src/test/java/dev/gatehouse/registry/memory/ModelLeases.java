package dev.gatehouse.registry.memory;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.lease.Renewal;
import dev.gatehouse.registry.lease.Renewal.Held;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// `claim-lease.lua`, `renew-lease.lua`, `release-lease.lua` and `find-owner.lua`.
final class ModelLeases implements PlayerLeases {

    private final ModelRegistry registry;

    ModelLeases(ModelRegistry registry) {
        this.registry = registry;
    }

    @Override
    public CompletionStage<LeaseAnswer> claim(
            PlayerKey player, NodeId node, String nonce, Duration ttl, @Nullable NodeId takeOverFrom) {
        Lease.checkNonce(nonce);
        long millis = ModelRegistry.checked(ttl);
        long now = registry.now();
        var keys = registry.of(player);
        var holder = keys.node;
        boolean mine = node.equals(holder) && nonce.equals(keys.nonce);
        if (!mine && holder != null && keys.expires > now && !holder.equals(takeOverFrom)) {
            return completedFuture(new LeaseAnswer.HeldBy(holder, Duration.ofMillis(keys.expires - now)));
        }
        if (!mine) {
            keys.epoch++;
        }
        keys.node = node;
        keys.nonce = nonce;
        keys.expires = now + millis;
        return completedFuture(new LeaseAnswer.Granted(new Lease(player, node, nonce, keys.epoch)));
    }

    @Override
    public CompletionStage<Renewal> renew(List<Lease> leases, Duration ttl, Duration keepSessions) {
        var held = new ArrayList<Held>();
        var lost = new ArrayList<Lease>();
        for (var lease : leases) {
            if (renew(lease, ttl, keepSessions)) {
                var keys = registry.of(lease.player());
                held.add(new Held(lease, keys.nextIndex(), keys.keptBy(lease.nonce())));
            } else {
                lost.add(lease);
            }
        }
        return completedFuture(new Renewal(held, lost, List.of()));
    }

    private boolean renew(Lease lease, Duration ttl, Duration keepSessions) {
        long millis = ModelRegistry.checked(ttl);
        long keep = ModelRegistry.checked(keepSessions);
        if (!registry.admits(lease)) {
            return false;
        }
        var keys = registry.of(lease.player());
        keys.expires = registry.now() + millis;
        keys.keepSessions(registry.now(), keep);
        return true;
    }

    @Override
    public CompletionStage<Boolean> release(Lease lease) {
        if (!registry.admits(lease)) {
            return completedFuture(false);
        }
        var keys = registry.of(lease.player());
        keys.node = null;
        keys.nonce = "";
        keys.expires = 0;
        return completedFuture(true);
    }

    @Override
    public CompletionStage<Optional<NodeId>> ownerOf(PlayerKey player) {
        var keys = registry.of(player);
        return completedFuture(keys.expires > registry.now() ? Optional.ofNullable(keys.node) : Optional.empty());
    }
}
