package dev.gatehouse.session.player.owner;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.session.KeepResult;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.registry.session.WriteNumber;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.session.StoredSession;
import dev.gatehouse.session.shard.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stores what another node needs to go on with a player's sessions. On the player's shard.
final class SessionKeeper {

    private static final Logger log = LoggerFactory.getLogger(SessionKeeper.class);

    private final PlayerWorld world;
    private final Shard<Append, AppendResult> shard;
    private final PlayerOwner owner;

    /// How many writes of a session are not answered yet.
    private final PerSession<Integer> underWay = new PerSession<>();

    /// What runs once a session is stored as it is now. As many as the session has errands.
    private final PerSession<List<Runnable>> awaited = new PerSession<>();

    /// The number of the last write.
    private long writes;

    /// The highest number of a write that is confirmed, of those that count.
    private long confirmed;

    /// The last write that does not count, because everything is written again.
    private long lastUncounted;

    SessionKeeper(PlayerWorld world, Shard<Append, AppendResult> shard, PlayerOwner owner) {
        this.world = world;
        this.shard = shard;
        this.owner = owner;
    }

    /// Of the lease under which the sessions are owned here.
    long leaseEpoch() {
        return owner.lease().epoch();
    }

    /// Runs a step once it is certain that the sessions are this node's.
    ///
    /// @param never in its place, where they are another one's by now
    void asOwner(Runnable step, Runnable never) {
        owner.afterwards(step, never);
    }

    /// Stores a session; the player is not let go meanwhile.
    ///
    /// @param kept runs once it is stored, while the lease is known to be held
    /// @param never in its place, where it is not, or nobody can tell
    void keep(StoredSession session, Runnable kept, Runnable never) {
        owner.use().begins();
        var number = next();
        begins(session.id());
        world.keptSessions()
                .store(owner.lease(), List.of(Survivors.encode(session)), world.keepSessions(), number)
                .thenAccept(result -> shard.answer(() -> {
                    owner.use().ends();
                    ends(session.id());
                    boolean isKept = isKept(result);
                    if (isKept) {
                        count(number.value(), session.id());
                    }
                    if (isKept && owner.leaseHolds()) {
                        kept.run();
                        owner.attendance().find(session.id()).ifPresent(this::saveIfAwaited);
                    } else {
                        never.run();
                    }
                }));
    }

    private void begins(SessionId session) {
        var before = underWay.get(session);
        underWay.put(session, before == null ? 1 : before + 1);
    }

    private void ends(SessionId session) {
        var before = underWay.remove(session);
        if (before != null && before > 1) {
            underWay.put(session, before - 1);
        }
    }

    private void count(long number, SessionId session) {
        if (number > lastUncounted) {
            confirmed = Math.max(confirmed, number);
        } else {
            // Of a newcomer that nobody knew when everything began again.
            awaits(session);
        }
    }

    private WriteNumber next() {
        boolean isFirst = writes == lastUncounted;
        return new WriteNumber(++writes, isFirst);
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
                beginAgain();
                yield false;
            }
        };
    }

    /// Stores how far the sessions' clients have been received, where that is not in the journal, and
    /// what they have begun. What fails is tried again: until then the clients keep what they sent. A
    /// session that is being stored for another reason has its turn later: it may be about to change
    /// its token.
    void save() {
        owner.attendance().all().stream().filter(Session::isUnsaved).forEach(this::saveUnlessUnderWay);
        everybody().forEach(this::saveIfAwaited);
    }

    /// Stores a session as soon as no other write of it is under way.
    void saveSoon(Session session) {
        awaits(session.identity().id());
        saveUnlessUnderWay(session);
    }

    /// The same.
    ///
    /// @param kept runs once it is stored as it is now, or it is over
    void save(Session session, Runnable kept) {
        awaits(session.identity().id()).add(kept);
        saveUnlessUnderWay(session);
    }

    /// The same of several.
    void saveEach(List<Session> sessions, Runnable kept) {
        var all = sessions.stream()
                .map(session -> {
                    var one = new CompletableFuture<Void>();
                    save(session, () -> one.complete(null));
                    return one;
                })
                .toArray(CompletableFuture[]::new);
        var _ = CompletableFuture.allOf(all).thenRun(kept);
    }

    /// A session has to be stored as it will be then.
    ///
    /// @return what runs once it is
    private List<Runnable> awaits(SessionId session) {
        var waiting = awaited.get(session);
        if (waiting == null) {
            waiting = new ArrayList<>(1);
            awaited.put(session, waiting);
        }
        return waiting;
    }

    private void saveIfAwaited(Session session) {
        if (awaited.has(session.identity().id())) {
            saveUnlessUnderWay(session);
        }
    }

    private void saveUnlessUnderWay(Session session) {
        if (!underWay.has(session.identity().id())) {
            save(session);
        }
    }

    /// Stores sessions for the next owner. Where that fails it finds what was stored of them before, and
    /// the clients hear of it.
    CompletionStage<Void> hand(List<SessionRecord> sessions) {
        if (sessions.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        return world.keptSessions()
                .store(owner.lease(), sessions, world.keepSessions(), next())
                .thenAccept(result -> {
                    if (!(result instanceof KeepResult.Kept)) {
                        log.warn("The sessions of {} may not be stored: {}", owner.player(), result);
                    }
                });
    }

    /// The number of the last write that the registry has confirmed.
    long confirmed() {
        return confirmed;
    }

    /// So many sessions were stored before anything else.
    void restored(int sessions) {
        writes = sessions;
        confirmed = sessions;
    }

    /// Stores all sessions again, whatever was stored before.
    void saveAll() {
        beginAgain();
        everybody().forEach(this::saveIfAwaited);
    }

    /// Nobody can tell what of all this is stored: all of it has to be stored again. What fails is tried again.
    private void beginAgain() {
        lastUncounted = writes;
        confirmed = 0;
        everybody().forEach(session -> awaits(session.identity().id()));
    }

    /// The sessions that the next owner has to know.
    private List<Session> everybody() {
        return Stream.concat(owner.attendance().live().stream(), owner.seats().arriving().stream())
                .toList();
    }

    private void save(Session session) {
        var stored = session.stored();
        var waiting = awaited.remove(stored.id());
        keep(
                stored,
                () -> {
                    session.saved(stored);
                    run(waiting);
                },
                () -> waitAgain(stored.id(), waiting));
    }

    private void waitAgain(SessionId session, @Nullable List<Runnable> waiting) {
        if (waiting != null && isHere(session) && !owner.isLost()) {
            awaits(session).addAll(0, waiting);
        } else {
            run(waiting);
        }
    }

    private boolean isHere(SessionId session) {
        return everybody().stream().anyMatch(each -> each.identity().id().equals(session));
    }

    private static void run(@Nullable List<Runnable> waiting) {
        if (waiting != null) {
            waiting.forEach(Runnable::run);
        }
    }

    /// Nobody stores the session here any more: what has waited for that need not wait.
    void letGo(SessionId session) {
        run(awaited.remove(session));
    }

    /// Forgets a session that is over. Should that fail, it is forgotten a while after its owner lets
    /// the player go.
    void forget(SessionId session) {
        letGo(session);
        var _ = world.keptSessions().forget(owner.lease(), session);
    }
}
