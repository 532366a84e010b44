package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.CLIENT_CLOSED_CONNECTION;
import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NOT_READY_UNHANDLED;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.servercode.Caller;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Peer;
import dev.gatehouse.session.session.Session;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The sessions of one player, and what the registry shows of them.
public final class Attendance {

    private final PlayerWorld world;
    private final Consumer<Runnable> onShard;
    private final SessionKeeper keeper;
    private final Withheld withheld;
    private final Runnable review;
    private final PerSession<Shown> sessions = new PerSession<>();

    /// A session with what the registry was last told of it, and when that has to be said again.
    private static final class Shown {
        final Session session;
        boolean recovering;
        NodeId proxy;
        long again;

        Shown(Session session) {
            this.session = session;
            this.proxy = session.identity().proxy();
        }

        boolean hasMoved() {
            return !proxy.equals(session.identity().proxy());
        }

        boolean hasChanged() {
            return recovering != session.isRecovering();
        }
    }

    /// @param onShard runs a step on the player's shard, soon
    /// @param keeper stores what changes of sessions, and forgets those that are over
    /// @param withheld tells what the next owner would tell as well
    /// @param review runs after anything that can end a session, or give it a socket
    Attendance(
            PlayerWorld world, Consumer<Runnable> onShard, SessionKeeper keeper, Withheld withheld, Runnable review) {
        this.world = world;
        this.onShard = onShard;
        this.keeper = keeper;
        this.withheld = withheld;
        this.review = review;
    }

    void add(Session session) {
        var shown = new Shown(session);
        sessions.put(session.identity().id(), shown);
        world.counters().sessions(1);
        show(shown, world.now());
        world.talk().opened(peerOf(session), session.undertakings().now());
    }

    private Peer peerOf(Session session) {
        var who = session.identity();
        var player = who.player();
        var caller = new Caller(player.gameId(), player.playerId(), who.id());
        return new Peer(caller, keeper.leaseEpoch(), message -> onShard.accept(() -> tell(session, message)), () -> {
            var kept = new CompletableFuture<Void>();
            onShard.accept(() -> stands(session, () -> kept.complete(null)));
            return kept;
        });
    }

    /// Stores what a session has begun at once: its client is told of it, and may rely on it.
    ///
    /// @param kept runs once it is stored, or nobody will go on with the session
    private void stands(Session session, Runnable kept) {
        var id = session.identity().id();
        var standing = world.talk().standing(id);
        if (sessions.has(id) && standing.isPresent()) {
            session.undertakings().become(standing.get());
            keeper.save(session, kept);
        } else {
            kept.run();
        }
    }

    private void tell(Session session, ServerMessage message) {
        Runnable send = () -> {
            session.send(message, world.now());
            tidy();
        };
        // What comes behind something that waits waits too: a client hears all of it in its order.
        if (withheld.isEmpty() && !isHeardByTheNextOwner(message)) {
            send.run();
        } else if (!withheld.offer(send)) {
            endAll(CLUSTER_NOT_READY_UNHANDLED);
        }
    }

    /// Whether whoever owns the player hears it by itself: what happens in topics.
    private static boolean isHeardByTheNextOwner(ServerMessage message) {
        return message instanceof ServerMessage.Event || message instanceof ServerMessage.GroupChanged;
    }

    boolean has(SessionId id) {
        return sessions.has(id);
    }

    public Optional<Session> find(SessionId id) {
        return Optional.ofNullable(sessions.get(id)).map(shown -> shown.session);
    }

    Collection<Session> all() {
        return sessions.values().stream().map(shown -> shown.session).toList();
    }

    public List<Session> live() {
        return all().stream().filter(Session::isLive).toList();
    }

    boolean isEmpty() {
        return sessions.isEmpty();
    }

    /// Ends a session by force.
    ///
    /// @return whether it was here and alive
    public boolean end(SessionId id, ConnectionError why) {
        var session = find(id).filter(Session::isLive);
        session.ifPresent(found -> found.end(why));
        tidy();
        return session.isPresent();
    }

    public void endAll(ConnectionError why) {
        all().forEach(session -> session.end(why));
        tidy();
    }

    /// Sends a message to every session that lives.
    ///
    /// @return whether there is one
    boolean deliver(ServerMessage message) {
        var live = live();
        live.forEach(session -> session.send(message, world.now()));
        tidy();
        return !live.isEmpty();
    }

    /// Does something to every session that lives.
    public void visit(Consumer<Session> step) {
        live().forEach(step);
        tidy();
    }

    void tick(long now) {
        all().forEach(session -> session.tick(now));
        tidy();
        sessions.values().stream().filter(shown -> now - shown.again >= 0).forEach(shown -> show(shown, now));
    }

    /// Drops the sessions that are over, and shows the changes of the others. To be called after
    /// anything that can end a session or take its socket.
    public void tidy() {
        for (var shown : List.copyOf(sessions.values())) {
            if (shown.session.isOver()) {
                remove(shown.session);
            } else if (shown.hasMoved()) {
                show(shown, world.now());
            } else if (shown.hasChanged()) {
                shown.recovering = shown.session.isRecovering();
                world.presence().showChange(shown.session.identity(), shown.recovering);
            }
        }
        review.run();
    }

    private void show(Shown shown, long now) {
        shown.recovering = shown.session.isRecovering();
        shown.proxy = shown.session.identity().proxy();
        shown.again = now + world.limits().presenceTtl().toNanos() / 3;
        world.presence().show(shown.session.identity(), shown.recovering);
    }

    /// A session goes on at another node, which shows it from here on.
    void letGo(Session session) {
        drop(session);
        world.talk().moved(session.identity().id());
    }

    private void drop(Session session) {
        if (sessions.remove(session.identity().id()) != null) {
            world.counters().sessions(-1);
        }
    }

    private void remove(Session session) {
        drop(session);
        world.counters().ended(session.why().orElse(CLIENT_CLOSED_CONNECTION));
        world.presence().remove(session.identity());
        var id = session.identity().id();
        keeper.forget(id);
        // Where it goes on elsewhere, it stays in its groups.
        keeper.asOwner(() -> world.talk().ended(id), () -> world.talk().lost(id));
    }
}
