package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NOT_READY_UNHANDLED;
import static dev.gatehouse.model.error.ConnectionError.MESSAGE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.PLAYER_CHECKSUM_MISMATCH;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.ActionOrder;
import dev.gatehouse.session.player.desync.Desync;
import dev.gatehouse.session.player.desync.OpenDesyncs;
import dev.gatehouse.session.player.state.FlushOutcome;
import dev.gatehouse.session.player.state.OrderOutcome;
import dev.gatehouse.session.player.state.Receipt;
import dev.gatehouse.session.player.world.Counters;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.session.Ending;
import dev.gatehouse.session.session.Heard;
import dev.gatehouse.session.session.Session;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what the player's clients and the callers of server actions say, on the player's shard.
public final class Play {

    private static final Logger log = LoggerFactory.getLogger(Play.class);

    private final PlayerWorld world;
    private final Consumer<Runnable> onShard;
    private final PlayerOwner owner;

    private final OpenDesyncs desyncs = new OpenDesyncs();

    /// @param onShard runs a step on the player's shard, soon
    public Play(PlayerWorld world, Consumer<Runnable> onShard, PlayerOwner owner) {
        this.world = world;
        this.onShard = onShard;
        this.owner = owner;
    }

    /// Does what time has made due. Call it about once a second.
    public void tick() {
        desyncs.tidy();
    }

    public void hear(Session session, ByteString frame) {
        switch (session.receive(frame, world.now())) {
            case Heard.Nothing _, Heard.Ready _ -> {}
            case Heard.Wrong(var error, var why) -> {
                log.info("Session {} ends with {}: {}", session.identity().id(), error, why);
                session.end(Ending.of(error, why));
            }
            case Heard.Numbered said -> inTurn(session, said);
        }
        owner.attendance().tidy();
    }

    private void inTurn(Session session, Heard.Numbered said) {
        var turns = session.received().turns();
        if (turns.waiting() >= world.limits().maxUnwritten()) {
            session.end(CLUSTER_NOT_READY_UNHANDLED);
            return;
        }
        turns.take(said.message() instanceof Flush, () -> hear(session, said));
    }

    private void hear(Session session, Heard.Numbered said) {
        long seq = said.seq();
        switch (said.message()) {
            // After a mismatch, flushes that were on their way are of no use to anybody.
            case Flush flush -> {
                if (session.isLive() && !owner.isFull()) {
                    flush(session, seq, flush);
                }
            }
            case DesyncReport report -> report(session, report);
            case ClientMessage.Skip _ ->
                owner.afterwards(() -> session.received().settle(seq), () -> {});
            case ClientMessage.Rpc _,
                    ClientMessage.RpcResult _,
                    ClientMessage.RpcCancel _,
                    ClientMessage.Event _,
                    ClientMessage.GroupJoin _,
                    ClientMessage.GroupLeave _,
                    ClientMessage.GroupClose _,
                    ClientMessage.Subscribe _,
                    ClientMessage.Unsubscribe _ -> talk(session, said);
            case ClientMessage.Login login -> owner.logins().hear(session, seq, login);
        }
    }

    /// Hands on what is not about the timeline, once everything that the client said before is in
    /// the journal: a call that looks at the model finds what is stored. It counts as received when
    /// its own effect is stored.
    private void talk(Session session, Heard.Numbered said) {
        if (!session.isLive() || owner.isFull()) {
            return;
        }
        if (!hasRoom(session)) {
            return;
        }
        if (isLostInSilence(said.message())) {
            session.received().turns().begins();
        }
        owner.afterwards(() -> handOn(session, said), () -> {});
    }

    /// Ends a session of which too much is open.
    private boolean hasRoom(Session session) {
        boolean hasRoom = session.received().open() <= world.limits().maxUnwritten();
        if (!hasRoom) {
            session.end(CLUSTER_NOT_READY_UNHANDLED);
        }
        return hasRoom;
    }

    private void handOn(Session session, Heard.Numbered said) {
        var done = world.talk().hear(session.identity().id(), said).toCompletableFuture();
        Runnable settle = () -> owner.attempt(() -> settle(session, said));
        if (done.isDone()) {
            settle.run();
        } else {
            var _ = done.thenRun(() -> onShard.accept(settle));
        }
    }

    private static void settle(Session session, Heard.Numbered said) {
        session.received().settle(said.seq());
        if (isLostInSilence(said.message())) {
            session.received().turns().ends();
        }
    }

    /// Whether its client would never hear that it was lost with its node.
    private static boolean isLostInSilence(ClientMessage.Numbered message) {
        return message instanceof ClientMessage.Event
                || message instanceof ClientMessage.Subscribe
                || message instanceof ClientMessage.Unsubscribe;
    }

    private void flush(Session session, long seq, Flush flush) {
        var state = owner.state();
        if (state == null) {
            session.end(MESSAGE_MALFORMED);
            return;
        }
        if (!owner.seats().mayFlush(session)) {
            refuse(session, seq, state.refuse(seq, flush));
            return;
        }
        switch (state.flush(flush)) {
            case FlushOutcome.Accepted<?> accepted ->
                Punctuality.objection(
                                session,
                                state.game(),
                                accepted.state().timeline().tick(),
                                flush.checksum() == null,
                                world.now())
                        .ifPresentOrElse(why -> offBeat(session, why), () -> accept(session, seq, flush, accepted));
            case FlushOutcome.Mismatch<?> mismatch -> {
                world.counters().flush(Counters.FlushResult.MISMATCH);
                diverged(session, Desync.of(session, seq, flush, mismatch, state, owner.trail(), world.time()));
            }
            case FlushOutcome.Rejected<?>(var why) -> {
                world.counters().flush(Counters.FlushResult.REJECTED);
                log.info(
                        "Session {} ends with a flush that makes no sense: {}",
                        session.identity().id(),
                        why);
                session.end(Ending.of(MESSAGE_MALFORMED, "flush: " + why));
            }
        }
    }

    private void offBeat(Session session, ConnectionError why) {
        world.counters().flush(Counters.FlushResult.REJECTED);
        log.info("Session {} ends with {}.", session.identity().id(), why);
        session.end(why);
    }

    /// Another session leads. Nothing of the flush is done, and the session goes on: what its client ran may have
    /// been on its way since before it heard of that.
    private void refuse(Session session, long seq, FlushResult result) {
        world.counters().flush(Counters.FlushResult.NOT_LEADING);
        if (hasRoom(session)) {
            owner.afterwards(() -> owner.seats().refused(session, seq, result), () -> {});
        }
    }

    private void diverged(Session session, Desync found) {
        desyncs.open(found);
        world.desyncs().keep(found);
        var why = PLAYER_CHECKSUM_MISMATCH;
        session.leave(new Ending(why, null, why.description(), found.details().toJson()), world.now());
    }

    private void accept(Session session, long seq, Flush flush, FlushOutcome.Accepted<?> accepted) {
        var failures = accepted.failures();
        if (!failures.isEmpty()) {
            log.warn(
                    "Game code of {} threw {} times in a flush.",
                    owner.player(),
                    failures.size(),
                    accepted.state().game().forLog(failures.getFirst()));
        }
        var receipt = new Receipt(session.identity().id(), seq);
        session.playTime().writes(world.now());
        var after = accepted.state().with(receipt);
        owner.decide(after, accepted.entry().by(receipt));
        var tick = after.timeline().tick();
        owner.afterwards(
                () -> {
                    world.counters().flush(Counters.FlushResult.ACCEPTED);
                    session.playTime().written(world.now());
                    session.received().journalled(seq);
                    var patch = owner.seats().flushed(session, flush, after);
                    session.send(new FlushResult(seq, tick, accepted.results(), patch), world.now());
                    owner.seats().changed(after);
                },
                () -> {});
    }

    private void report(Session session, DesyncReport report) {
        var compared = desyncs.close(session, report);
        if (compared.isEmpty()) {
            log.info(
                    "Session {} ends with a report that nobody asked for.",
                    session.identity().id());
            session.end(Ending.of(MESSAGE_MALFORMED, "desync-report: nobody asked for it"));
            return;
        }
        world.desyncs().keep(compared.get(), report.model());
        session.end(PLAYER_CHECKSUM_MISMATCH);
    }

    /// Gives out or runs a server action.
    ///
    /// @param answer told once; of an accepted action, when it is in the journal
    public void order(ActionOrder order, Consumer<ActionAnswer> answer) {
        var state = owner.state();
        if (state == null) {
            answer.accept(new ActionAnswer.UnknownGame());
            return;
        }
        if (owner.isFull()) {
            answer.accept(new ActionAnswer.Unavailable());
            return;
        }
        Runnable unknown = () -> answer.accept(new ActionAnswer.Unavailable());
        switch (state.order(order)) {
            // A repeated key's action may still be on its way to the journal: its caller waits as the first one does.
            case OrderOutcome.NotDone<?>(var why) -> owner.afterwards(() -> answer.accept(why), unknown);
            case OrderOutcome.Declined<?>(var result, var failure) -> {
                if (failure != null) {
                    log.warn(
                            "A server action for {} threw.",
                            owner.player(),
                            state.game().forLog(failure));
                }
                owner.afterwards(() -> answer.accept(new ActionAnswer.Declined(result)), unknown);
            }
            case OrderOutcome.Done<?> done -> {
                owner.decide(done.state(), done.entry());
                owner.afterwards(
                        () -> {
                            world.counters().serverAction(order.mode());
                            answer.accept(new ActionAnswer.Accepted(done.id()));
                            tell(order, done);
                            owner.seats().changed(done.state());
                        },
                        unknown);
            }
        }
    }

    private void tell(ActionOrder order, OrderOutcome.Done<?> done) {
        owner.seats().visitLeaders(session -> {
            try {
                var call = done.state().translate(order, session.identity().encoding());
                session.send(new ServerAction(done.id(), order.mode(), call), world.now());
            } catch (DecodeException e) {
                throw new IllegalStateException("an action that was run cannot be read", e);
            }
        });
    }
}
