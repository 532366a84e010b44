package dev.gatehouse.registry.session.redis;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.redis.Scripts;
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

/// Players' sessions in Redis.
public final class RedisPlayerSessions implements PlayerSessions {

    private final Scripts scripts;

    public RedisPlayerSessions(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<KeptSessions> load(PlayerKey player) {
        return scripts.run(LoadSessions.call(player));
    }

    @Override
    public CompletionStage<KeepResult> store(
            Lease lease, List<SessionRecord> sessions, Duration keep, WriteNumber first) {
        var calls = IntStream.range(0, sessions.size())
                .mapToObj(i -> StoreSession.call(lease, sessions.get(i), keep, first.plus(i)))
                .toList();
        var results = scripts.write(calls).stream()
                .map(result -> result.exceptionally(Unconfirmed::new).toCompletableFuture())
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
        return scripts.run(ForgetSession.call(lease, session)).exceptionally(Unconfirmed::new);
    }
}
