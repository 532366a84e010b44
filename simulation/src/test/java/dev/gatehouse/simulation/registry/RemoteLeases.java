package dev.gatehouse.simulation.registry;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.lease.Renewal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Leases over a line, script by script as `RedisPlayerLeases` asks for them.
public final class RemoteLeases implements PlayerLeases {

    private final RegistryLine line;
    private final PlayerLeases there;

    public RemoteLeases(RegistryLine line, PlayerLeases there) {
        this.line = line;
        this.there = there;
    }

    @Override
    public CompletionStage<LeaseAnswer> claim(
            PlayerKey player, NodeId node, String nonce, Duration ttl, @Nullable NodeId takeOverFrom) {
        return line.run(() -> Answers.of(there.claim(player, node, nonce, ttl, takeOverFrom)));
    }

    @Override
    public CompletionStage<Renewal> renew(List<Lease> leases, Duration ttl, Duration keepSessions) {
        var renewals = leases.stream()
                .map(lease -> line.run(() -> Answers.of(there.renew(List.of(lease), ttl, keepSessions)))
                        .exceptionally(_ -> new Renewal(List.of(), List.of(), List.of(lease)))
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(renewals.toArray(CompletableFuture<?>[]::new))
                .thenApply(
                        _ -> all(renewals.stream().map(CompletableFuture::join).toList()));
    }

    private static Renewal all(List<Renewal> renewals) {
        return new Renewal(
                renewals.stream().flatMap(one -> one.held().stream()).toList(),
                renewals.stream().flatMap(one -> one.lost().stream()).toList(),
                renewals.stream().flatMap(one -> one.unconfirmed().stream()).toList());
    }

    @Override
    public CompletionStage<Boolean> release(Lease lease) {
        return line.run(() -> Answers.of(there.release(lease)));
    }

    @Override
    public CompletionStage<Optional<NodeId>> ownerOf(PlayerKey player) {
        return line.run(() -> Answers.of(there.ownerOf(player)));
    }
}
