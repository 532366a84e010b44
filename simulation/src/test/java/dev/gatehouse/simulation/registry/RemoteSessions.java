package dev.gatehouse.simulation.registry;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.session.KeepResult;
import dev.gatehouse.registry.session.KeepResult.Kept;
import dev.gatehouse.registry.session.KeepResult.Unconfirmed;
import dev.gatehouse.registry.session.KeptSessions;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.registry.session.WriteNumber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/// Players' sessions over a line, script by script as `RedisPlayerSessions` asks for them.
public final class RemoteSessions implements PlayerSessions {

    private final RegistryLine line;
    private final PlayerSessions there;

    public RemoteSessions(RegistryLine line, PlayerSessions there) {
        this.line = line;
        this.there = there;
    }

    @Override
    public CompletionStage<KeptSessions> load(PlayerKey player) {
        return line.run(() -> Answers.of(there.load(player)));
    }

    @Override
    public CompletionStage<KeepResult> store(
            Lease lease, List<SessionRecord> sessions, Duration keep, WriteNumber first) {
        var results = IntStream.range(0, sessions.size())
                .mapToObj(i -> line.run(
                                () -> Answers.of(there.store(lease, List.of(sessions.get(i)), keep, first.plus(i))))
                        .exceptionally(Unconfirmed::new)
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(results.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> results.stream()
                        .map(CompletableFuture::join)
                        .filter(result -> !(result instanceof Kept))
                        .findFirst()
                        .orElseGet(Kept::new));
    }

    @Override
    public CompletionStage<KeepResult> forget(Lease lease, SessionId session) {
        return line.run(() -> Answers.of(there.forget(lease, session))).exceptionally(Unconfirmed::new);
    }
}
