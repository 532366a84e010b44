package dev.gatehouse.registry.memory;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.session.KeepResult;
import dev.gatehouse.registry.session.KeptSessions;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.registry.session.WriteNumber;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;

/// `load-sessions.lua`, `store-session.lua` and `forget-session.lua`.
final class ModelSessions implements PlayerSessions {

    private final ModelRegistry registry;

    ModelSessions(ModelRegistry registry) {
        this.registry = registry;
    }

    @Override
    public CompletionStage<KeptSessions> load(PlayerKey player) {
        var keys = registry.of(player);
        long now = registry.now();
        var sessions = keys.sessionsAt(now).entrySet().stream()
                .map(stored -> new SessionRecord(stored.getKey(), stored.getValue()))
                .toList();
        return completedFuture(new KeptSessions(sessions, Duration.ofMillis(keys.sessionsLeft(now))));
    }

    /// One script for each session, as in Redis: some may be stored and others not.
    @Override
    public CompletionStage<KeepResult> store(
            Lease lease, List<SessionRecord> sessions, Duration keep, WriteNumber first) {
        var results = IntStream.range(0, sessions.size())
                .mapToObj(i -> store(lease, sessions.get(i), keep, first.plus(i)))
                .toList();
        return completedFuture(results.stream()
                .filter(result -> !(result instanceof KeepResult.Kept))
                .findFirst()
                .orElseGet(KeepResult.Kept::new));
    }

    private KeepResult store(Lease lease, SessionRecord session, Duration keep, WriteNumber number) {
        long millis = ModelRegistry.checked(keep);
        var keys = registry.of(lease.player());
        if (!registry.admits(lease)) {
            return new KeepResult.Fenced(keys.node);
        }
        long now = registry.now();
        var known = keys.sessionsAt(now);
        if (!known.containsKey(session.id()) && known.size() >= MOST_KEPT) {
            return new KeepResult.Unconfirmed(
                    new IllegalStateException("FULL sessions: " + MOST_KEPT + " (expected: fewer)"));
        }
        keys.putSession(session.id(), session.bytes(), now, millis);
        keys.noteWrite(lease.nonce(), number);
        return new KeepResult.Kept();
    }

    @Override
    public CompletionStage<KeepResult> forget(Lease lease, SessionId session) {
        var keys = registry.of(lease.player());
        if (!registry.admits(lease)) {
            return completedFuture(new KeepResult.Fenced(keys.node));
        }
        keys.sessionsAt(registry.now()).remove(session);
        return completedFuture(new KeepResult.Kept());
    }
}
