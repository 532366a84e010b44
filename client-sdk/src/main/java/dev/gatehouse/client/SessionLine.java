package dev.gatehouse.client;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.lifecycle.SessionTrigger;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.stream.Inbox.Verdict;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What goes over a session once it runs: actions, ticks, results, acknowledgements, signs of life. Goes on while there
/// is no socket; what it says then is kept and sent after the resume. Guarded by the core's lock.
final class SessionLine<M extends PlayerModel> {

    private final ClientCore<M> core;
    private final Notices<M> notices;
    private final Timing timing;
    private @Nullable Running<M> running;
    private Statistics last = Statistics.NONE;
    private long heardAt;
    private long askedAt;
    private long flushedAt;
    private long pings;

    SessionLine(ClientCore<M> core, Notices<M> notices, Timing timing) {
        this.core = core;
        this.notices = notices;
        this.timing = timing;
    }

    /// @throws IllegalStateException while there is no session
    Running<M> running() {
        if (running == null) {
            throw new IllegalStateException("no session: not yet, or no longer");
        }
        return running;
    }

    void begin(Running<M> next) {
        running = next;
        onSocket();
    }

    private void onSocket() {
        long now = core.now();
        heardAt = now;
        askedAt = now;
        flushedAt = now;
    }

    @Nullable
    Resume toResume() {
        return running == null ? null : running.toResume();
    }

    /// @return the frames that the server has not received; empty if the session cannot go on
    Optional<List<ByteString>> resume(SessionResumed resumed) {
        if (running == null || !running.id.equals(resumed.sessionId())) {
            return Optional.empty();
        }
        running.resumed(resumed);
        onSocket();
        return running.stream.resend(resumed.received());
    }

    /// Gives the session up. Whoever waits for a result hears that there will be none.
    void abandon() {
        if (running != null) {
            last = running.stream.statistics();
            var left = running.play.abandon();
            running = null;
            var why = new CancellationException("the session is over before its flush was answered");
            notices.run(() -> left.forEach(answer -> answer.completeExceptionally(why)));
        }
    }

    ByteString control(ClientMessage message) {
        return running().stream.control(message);
    }

    String run(Action<M> action) {
        catchUp();
        return running().play.run(action);
    }

    void catchUp() {
        running().play.tick(running().tempo.due(core.now()));
    }

    CompletableFuture<FlushResult> flush() {
        catchUp();
        var answer = new CompletableFuture<FlushResult>();
        flush(running(), answer);
        return answer;
    }

    /// For the end of a session: what was done and not yet said.
    void flushRest() {
        if (running != null && core.isActive() && running.play.hasActions()) {
            flush(running, new CompletableFuture<>());
        }
    }

    private void flush(Running<M> now, CompletableFuture<FlushResult> answer) {
        var flush = now.play.takeFlush(now.stream.nextNumber(), answer);
        if (flush.isEmpty()) {
            var why = new IllegalStateException("unanswered flushes: " + Play.MAX_UNANSWERED + " (expected: fewer)");
            notices.run(() -> answer.completeExceptionally(why));
            return;
        }
        flushedAt = core.now();
        var frame = now.stream.keep(flush.get(), flushedAt);
        if (frame.size() > now.maxFrameBytes) {
            core.end(Trouble.of(ConnectionError.MESSAGE_TOO_LARGE), SessionTrigger.FORCED_OUT);
            return;
        }
        if (core.isActive()) {
            core.send(frame);
            now.stream.sent();
        }
        tell(now.play.executeWaiting());
    }

    /// @return what ends the socket, if anything
    @Nullable
    Trouble take(ServerFrame frame) throws DecodeException {
        var now = running();
        heardAt = core.now();
        if (frame.ack() != null && !now.stream.acknowledge(frame.ack())) {
            return broken("the server acknowledges what was never sent");
        }
        return switch (frame.message()) {
            case ServerMessage.Control message -> control(message);
            case ServerMessage.Numbered message -> numbered(now, Objects.requireNonNull(frame.seq()), message);
        };
    }

    private @Nullable Trouble numbered(Running<M> now, long seq, ServerMessage.Numbered message)
            throws DecodeException {
        return switch (now.stream.receive(seq)) {
            case Verdict.NEW -> numbered(now, message);
            case Verdict.SEEN -> null;
            // A resume asks for what is missing.
            case Verdict.GAP -> Trouble.of(ConnectionError.CLOSED_SESSION_INIT_DONE, "A message is missing.");
        };
    }

    private @Nullable Trouble control(ServerMessage.Control message) {
        return switch (message) {
            case ServerMessage.Ping ping -> {
                core.send(control(new ClientMessage.Pong(ping.id())));
                yield null;
            }
            case ServerMessage.Acknowledge _, ServerMessage.Pong _ -> null;
            case ServerMessage.ServerHello _,
                    ServerMessage.SessionStarted _,
                    ServerMessage.SessionResumed _,
                    ServerMessage.Terminate _ -> broken("a message out of turn");
            case ServerMessage.Rewind _, ServerMessage.Move _, ServerMessage.MaintenanceChanged _ -> unspoken();
        };
    }

    private @Nullable Trouble numbered(Running<M> now, ServerMessage.Numbered message) throws DecodeException {
        return switch (message) {
            case FlushResult result -> answered(now, result);
            case ServerMessage.ServerAction action -> {
                catchUp();
                tell(now.play.serverAction(action));
                yield null;
            }
            case ServerMessage.GameInstance news -> {
                notices.tell(listener -> listener.onGameInstance(news));
                yield null;
            }
            case ServerMessage.ModelPatch _,
                    ServerMessage.LoginResult _,
                    ServerMessage.Rpc _,
                    ServerMessage.RpcResult _,
                    ServerMessage.RpcCancel _,
                    ServerMessage.Event _,
                    ServerMessage.GroupResult _,
                    ServerMessage.GroupChanged _,
                    ServerMessage.SubscriptionSnapshot _,
                    ServerMessage.SubscriptionPatch _,
                    ServerMessage.SubscriptionEnded _ -> unspoken();
        };
    }

    private Trouble unspoken() {
        return broken("a message that this version of the SDK does not speak");
    }

    private @Nullable Trouble answered(Running<M> now, FlushResult result) {
        var answer = now.play.answered(result);
        if (answer.isEmpty()) {
            return Trouble.of(ConnectionError.PLAYER_CHECKSUM_MISMATCH, "The server's results are not ours.");
        }
        notices.run(() -> answer.get().complete(result));
        notices.tell(listener -> listener.onFlushed(result));
        return null;
    }

    private void tell(List<Play.Done<M>> all) {
        for (var done : all) {
            notices.tell(listener -> listener.onServerAction(done.mode(), done.action(), done.result()));
        }
    }

    /// Called every [Timing#flushEvery] while there is a socket.
    ///
    /// @return what ends the socket, if anything
    @Nullable
    Trouble beat() {
        var now = running();
        long time = core.now();
        if (time - heardAt > 2 * now.keepAlive.toNanos()) {
            return Trouble.of(ConnectionError.TIMEOUT_STREAM_SESSION_INIT_DONE);
        }
        // However much there is to flush: a server that waits for its journal answers nothing else.
        if (time - askedAt >= now.keepAlive.toNanos()) {
            askedAt = time;
            core.send(control(new ClientMessage.Ping(++pings)));
        }
        catchUp();
        boolean isLate = time - flushedAt >= timing.idleFlushEvery().toNanos();
        if (now.play.hasActions() || (isLate && !now.play.isIdle())) {
            flush(now, new CompletableFuture<>());
        } else if (now.stream.owesAcknowledgement()) {
            core.send(control(new ClientMessage.Acknowledge()));
        }
        return null;
    }

    Statistics statistics(long sockets, long resumes, long sessions) {
        if (running != null) {
            return running.stream.statistics().with(sockets, resumes, sessions);
        }
        return last.with(sockets, resumes, sessions);
    }

    private static Trouble broken(String why) {
        return Trouble.of(
                ConnectionError.PROTOCOL_ERROR_SESSION_PROTOCOL_ERROR, "The protocol is broken: " + why + ".");
    }
}
