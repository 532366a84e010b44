package dev.gatehouse.session.player.owner;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Line;
import dev.gatehouse.session.session.Session;
import dev.gatehouse.session.shard.Shard;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Gives a player to whoever claims it next, with its sessions as they are: asks the proxies to hold
/// back what the clients send, answers what is open, stores everything, gives the lease back, and lets
/// the proxies look for the next owner. No client notices. On the player's shard.
public final class Departure {

    private final PlayerWorld world;
    private final Shard<Append, AppendResult> shard;
    private final PlayerOwner owner;

    /// Whose clients may still send something, or have sent something that has not had its turn.
    private final Set<SessionId> awaited = new HashSet<>();

    /// The lines that were asked to hold back what comes.
    private final Map<SessionId, Line> asked = new HashMap<>();

    /// The lines on which nothing more comes.
    private final Map<SessionId, Line> held = new HashMap<>();

    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private boolean leaving;

    public Departure(PlayerWorld world, Shard<Append, AppendResult> shard, PlayerOwner owner) {
        this.world = world;
        this.shard = shard;
        this.owner = owner;
    }

    /// @return done when the lease is given back, or the player is not this node's to give; never
    ///     exceptionally
    public CompletionStage<Void> begin() {
        var live = owner.attendance().live();
        live.forEach(session -> awaited.add(session.identity().id()));
        for (var session : live) {
            session.line().ifPresentOrElse(line -> ask(session, line), () -> quiet(session));
        }
        leaveOnceHeld();
        return done;
    }

    private void ask(Session session, Line line) {
        asked.put(session.identity().id(), line);
        line.hold();
    }

    /// Nothing more comes from this session's client.
    public void held(SessionId session) {
        var line = asked.remove(session);
        if (line != null) {
            held.put(session, line);
        }
        owner.attendance().find(session).ifPresentOrElse(this::quiet, () -> settled(session));
    }

    /// What has come has its turn first.
    private void quiet(Session session) {
        session.received().turns().take(true, () -> settled(session.identity().id()));
    }

    private void settled(SessionId session) {
        awaited.remove(session);
        leaveOnceHeld();
    }

    /// Waits for no proxy any more, and for no turn. The clients whose sessions were waited for
    /// hear that something may be lost.
    public void hurry() {
        awaited.clear();
        leaveOnceHeld();
    }

    private void leaveOnceHeld() {
        if (awaited.isEmpty() && !leaving) {
            leaving = true;
            owner.afterwards(this::settle, () -> done.complete(null));
        }
    }

    /// Everything that the clients said has had its effect. What their calls wait for will not come from
    /// here.
    private void settle() {
        var released = owner.attendance().live().stream().map(this::release).toList();
        // Behind the answers, which come to this shard as well.
        var _ = CompletableFuture.allOf(released.toArray(CompletableFuture[]::new))
                .thenRun(() -> shard.answer(this::leaveOnceWritten));
    }

    private CompletableFuture<Void> release(Session session) {
        return world.talk()
                .release(session.identity().id())
                .thenAccept(
                        standing -> shard.answer(() -> session.undertakings().become(standing)))
                .toCompletableFuture();
    }

    private void leaveOnceWritten() {
        owner.afterwards(this::leave, () -> done.complete(null));
    }

    private void leave() {
        owner.seats().settle();
        var sessions = owner.attendance().live();
        sessions.forEach(owner.logins()::moved);
        var records = sessions.stream().map(this::recordOf).toList();
        owner.handOver(records)
                .thenAccept(_ -> shard.answer(() -> {
                    sessions.forEach(this::giveBack);
                    done.complete(null);
                }));
    }

    private SessionRecord recordOf(Session session) {
        var line = held.get(session.identity().id());
        // A client that was on its way back meanwhile is on another line, which nobody asked.
        return Survivors.encode(session.whole(line != null && session.isOn(line))
                .filter(_ -> owner.isToldAll() && owner.seats().isAgreed(session))
                // The next owner asks in its place where the stream starts anew, and only there.
                .filter(_ -> !owner.homecoming().isAsking(session))
                .orElseGet(session::stored));
    }

    private void giveBack(Session session) {
        owner.attendance().letGo(session);
        owner.keeper().letGo(session.identity().id());
        session.line().ifPresent(Line::giveBack);
    }
}
