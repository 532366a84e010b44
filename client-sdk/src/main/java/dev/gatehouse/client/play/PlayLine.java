package dev.gatehouse.client.play;

import dev.gatehouse.client.ClientGame;
import dev.gatehouse.client.ClientListener;
import dev.gatehouse.client.ClientSession;
import dev.gatehouse.client.Timing;
import dev.gatehouse.client.calls.FrameTooLargeException;
import dev.gatehouse.client.calls.Outlet;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a session says and hears about its player's model. Goes on while there is no socket.
public final class PlayLine<M extends PlayerModel> {

    /// Where the talk of a play goes.
    ///
    /// @param listener tells the game
    public record Ways<M extends PlayerModel>(
            Outlet outlet, Consumer<Consumer<ClientListener<M>>> listener, Timing timing) {}

    private final Ways<M> ways;
    private final Play<M> play;
    private final Tempo tempo;
    private long flushedAt;

    /// @param leads false for a session that only follows another one of the same player
    public PlayLine(
            Ways<M> ways, ClientGame<M> game, Encoding encoding, boolean leads, Timeline<M> start, long nowNanos) {
        this.ways = ways;
        this.play = new Play<>(game, encoding, leads, start);
        this.tempo = new Tempo(game.model().ticksPerSecond(), nowNanos);
        this.flushedAt = nowNanos;
    }

    public Timeline<M> timeline() {
        return play.timeline();
    }

    public boolean leads() {
        return play.leads();
    }

    /// What this side has, or had after one flush.
    ///
    /// @param flush the number of one whose result has not come; absent for the model as it is
    public DesyncReport report(@Nullable Long flush) {
        return play.report(flush);
    }

    /// There is a socket.
    public void onSocket(long nowNanos) {
        flushedAt = nowNanos;
    }

    public String run(Action<M> action, long nowNanos) {
        catchUp(nowNanos);
        return play.run(action);
    }

    private void catchUp(long nowNanos) {
        tempo.done(play.tick(tempo.due(nowNanos)));
    }

    /// @return what ends the session, if anything
    public @Nullable ConnectionError flush(long nowNanos, CompletableFuture<FlushResult> answer) {
        catchUp(nowNanos);
        if (!play.leads()) {
            fail(answer, new IllegalStateException("flush: by a session that does not lead (expected: one that does)"));
            return null;
        }
        var flush = play.takeFlush(ways.outlet().nextNumber(), answer);
        if (flush.isEmpty()) {
            fail(
                    answer,
                    new IllegalStateException("unanswered flushes: " + Play.MAX_UNANSWERED + " (expected: fewer)"));
            return null;
        }
        flushedAt = nowNanos;
        try {
            ways.outlet().say(flush.get());
        } catch (FrameTooLargeException e) {
            return ConnectionError.MESSAGE_TOO_LARGE;
        }
        tell(play.executeWaiting());
        return null;
    }

    private void fail(CompletableFuture<FlushResult> answer, RuntimeException why) {
        ways.outlet().tell(() -> answer.completeExceptionally(why));
    }

    /// Flushes what is due.
    ///
    /// @return what ends the session, if anything
    public @Nullable ConnectionError beat(long nowNanos) {
        catchUp(nowNanos);
        boolean isLate = nowNanos - flushedAt >= ways.timing().idleFlushEvery().toNanos();
        boolean isDue = play.hasActions() || play.isFullOfTicks() || (isLate && !play.isIdle());
        return isDue ? flush(nowNanos, new CompletableFuture<>()) : null;
    }

    public boolean hasActions() {
        return play.hasActions();
    }

    public void serverAction(ServerAction action, long nowNanos) throws DecodeException {
        catchUp(nowNanos);
        tell(play.serverAction(action));
    }

    /// @return what ends the session, if anything
    public @Nullable ConnectionError answered(FlushResult result) {
        if (play.isSettled(result)) {
            return null;
        }
        var answer = play.answered(result);
        if (answer.isEmpty()) {
            return ConnectionError.PLAYER_CHECKSUM_MISMATCH;
        }
        tell(new Play.Settled(result, answer.get()));
        return null;
    }

    /// @return whether the session leads now and did not before, or the other way round: then its flushes until
    ///     now are not to be sent again
    public boolean patch(ModelPatch patch, ClientSession<M> session, long nowNanos) throws DecodeException {
        // The ticks until now are another session's, if this one followed.
        catchUp(nowNanos);
        boolean changes = play.isAboutAnotherPart(patch);
        var lost = changes ? play.become(!play.leads()) : List.<Play.Settled>of();
        play.patch(patch);
        ways.listener().accept(listener -> listener.onModelReplaced(session));
        if (changes) {
            boolean leads = play.leads();
            ways.listener().accept(listener -> listener.onLeadChanged(session, leads));
        }
        lost.forEach(this::tellVoid);
        return changes;
    }

    private void tellVoid(Play.Settled flush) {
        ways.outlet().tell(() -> flush.answer().complete(flush.result()));
    }

    /// The session has lost something with its owner.
    ///
    /// @param received how far the new owner has received
    public void rewound(long received) {
        play.rewound(received).forEach(this::tell);
    }

    /// Whoever waits for a result hears that there will be none.
    public void abandon() {
        var left = play.abandon();
        var why = new CancellationException("the session is over before its flush was answered");
        ways.outlet().tell(() -> left.forEach(answer -> answer.completeExceptionally(why)));
    }

    private void tell(Play.Settled flush) {
        ways.listener().accept(listener -> listener.onFlushed(flush.result()));
        tellVoid(flush);
    }

    private void tell(List<Done<M>> all) {
        for (var done : all) {
            ways.listener().accept(listener -> listener.onServerAction(done.mode(), done.action(), done.result()));
        }
    }
}
