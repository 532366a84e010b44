package dev.gatehouse.registry.lease.redis;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.lease.Renewal;
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

    private enum Outcome {
        HELD,
        LOST,
        UNCONFIRMED
    }

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
        var outcomes = scripts.runAll(calls).stream()
                .map(renewed -> renewed.handle(RedisPlayerLeases::outcome).toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(outcomes.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> renewal(
                        leases, outcomes.stream().map(CompletableFuture::join).toList()));
    }

    @Override
    public CompletionStage<Boolean> release(Lease lease) {
        return scripts.run(ReleaseLease.call(lease));
    }

    @Override
    public CompletionStage<Optional<NodeId>> ownerOf(PlayerKey player) {
        return scripts.run(FindOwner.call(player));
    }

    private static Outcome outcome(@Nullable Boolean held, @Nullable Throwable failure) {
        if (failure != null || held == null) {
            return Outcome.UNCONFIRMED;
        }
        return held ? Outcome.HELD : Outcome.LOST;
    }

    private static Renewal renewal(List<Lease> leases, List<Outcome> outcomes) {
        var held = new ArrayList<Lease>();
        var lost = new ArrayList<Lease>();
        var unconfirmed = new ArrayList<Lease>();
        for (var i = 0; i < leases.size(); i++) {
            var list = switch (outcomes.get(i)) {
                case HELD -> held;
                case LOST -> lost;
                case UNCONFIRMED -> unconfirmed;
            };
            list.add(leases.get(i));
        }
        return new Renewal(held, lost, unconfirmed);
    }
}
