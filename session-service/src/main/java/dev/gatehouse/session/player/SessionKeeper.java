package dev.gatehouse.session.player;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.session.KeepResult;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.session.StoredSession;
import dev.gatehouse.session.shard.Shard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores what another node needs to go on with a player's sessions. On the player's shard.
final class SessionKeeper {

    private static final Logger log = LoggerFactory.getLogger(SessionKeeper.class);

    private final PlayerWorld world;
    private final Shard<Append, AppendResult> shard;
    private final PlayerOwner owner;

    /// How many writes of a session are not answered yet.
    private final Map<SessionId, Integer> underWay = new HashMap<>();

    SessionKeeper(PlayerWorld world, Shard<Append, AppendResult> shard, PlayerOwner owner) {
        this.world = world;
        this.shard = shard;
        this.owner = owner;
    }

    /// Stores a session; the player is not let go meanwhile.
    ///
    /// @param kept runs once it is stored
    /// @param never in its place, where it is not, or nobody can tell
    void keep(StoredSession session, Runnable kept, Runnable never) {
        owner.arrives();
        underWay.merge(session.id(), 1, Integer::sum);
        world.keptSessions()
                .store(owner.lease(), List.of(Survivors.encode(session)), world.keepSessions())
                .thenAccept(result -> shard.answer(() -> {
                    owner.arrived();
                    underWay.computeIfPresent(session.id(), (_, count) -> count == 1 ? null : count - 1);
                    (isKept(result) ? kept : never).run();
                }));
    }

    private boolean isKept(KeepResult result) {
        return switch (result) {
            case KeepResult.Kept _ -> !owner.isLost();
            case KeepResult.Fenced _ -> {
                owner.fenced();
                yield false;
            }
            case KeepResult.Unconfirmed(var cause) -> {
                log.warn("A session of {} may not be stored: {}", owner.player(), cause.toString());
                yield false;
            }
        };
    }

    /// Stores how far the sessions' clients have been received, where that is not in the journal, and
    /// what they have begun. What fails is tried again: until then the clients keep what they sent. A
    /// session that is being stored for another reason has its turn later: it may be about to change
    /// its token.
    void save() {
        for (var session : owner.attendance().all()) {
            if (session.isUnsaved() && !underWay.containsKey(session.identity().id())) {
                save(session);
            }
        }
    }

    /// Stores sessions for the next owner. Where that fails it finds what was stored of them before, and
    /// the clients hear of it.
    CompletionStage<Void> hand(List<SessionRecord> sessions) {
        if (sessions.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return world.keptSessions()
                .store(owner.lease(), sessions, world.keepSessions())
                .thenAccept(result -> {
                    if (!(result instanceof KeepResult.Kept)) {
                        log.warn("The sessions of {} may not be stored: {}", owner.player(), result);
                    }
                });
    }

    /// Stores all sessions again, whatever was stored before.
    void saveAll() {
        owner.attendance().live().stream()
                .filter(session -> !underWay.containsKey(session.identity().id()))
                .forEach(this::save);
    }

    private void save(Session session) {
        var stored = session.stored();
        keep(stored, () -> session.saved(stored), () -> {});
    }

    /// Forgets a session that is over. Should that fail, it is forgotten a while after its owner lets
    /// the player go.
    void forget(SessionId session) {
        var _ = world.keptSessions().forget(owner.lease(), session);
    }
}
