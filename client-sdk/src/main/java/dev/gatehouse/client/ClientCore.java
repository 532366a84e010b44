package dev.gatehouse.client;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.Trouble.Stage;
import dev.gatehouse.client.transport.SocketRequest;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.lifecycle.SessionLifecycle;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.lifecycle.SessionTrigger;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import dev.gatehouse.model.protocol.ServerMessage.Terminate;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Decides when to connect, what to make of what comes, and when to stop: connecting, handshake, session, recovery,
/// end.
/// Everything happens under this object's own lock; nothing under it blocks.
final class ClientCore<M extends PlayerModel> {

    private static final int MAX_MESSAGE_BYTES = 16 << 20;

    private final ClientSettings settings;
    private final World world;
    private final Handshake<M> handshake;
    private final FrameCodec codec;
    private final Backoff backoff;
    private final SessionLine<M> line;
    private final ClientSession<M> session;
    private SessionState state = SessionState.OFFLINE;
    private @Nullable Attempt attempt;
    private @Nullable Future<?> timer;
    private long timers;
    private long troubledSince;
    private long sockets;
    private long resumes;
    private long sessions;

    ClientCore(ClientSettings settings, ClientGame<M> game, World world, ClientSession<M> session) {
        this.settings = settings;
        this.world = world;
        this.session = session;
        this.handshake = new Handshake<>(settings, game, world.nanoTime());
        this.codec = FrameCodec.of(settings.encoding());
        this.backoff = new Backoff(settings.timing().reconnect(), world.random());
        this.line = new SessionLine<>(this, session.notices(), settings.timing());
    }

    synchronized void connect() {
        move(SessionTrigger.CONNECT_CALLED);
        troubledSince = now();
        open();
    }

    synchronized void close() {
        line.flushRest();
        if (state == SessionState.RECOVERING || state == SessionState.ACTIVE) {
            end(Trouble.of(ConnectionError.CLIENT_CLOSED_CONNECTION), SessionTrigger.CLOSE_CALLED);
        }
    }

    /// Cuts the socket without a word, and takes note of it as if the network had done it.
    synchronized void dropConnection() {
        var current = attempt;
        if (current != null) {
            lost(current, Trouble.of(ConnectionError.CLOSED_SESSION_INIT_DONE, "The socket was dropped on purpose."));
        }
    }

    SessionState state() {
        return state;
    }

    boolean isActive() {
        return state == SessionState.ACTIVE;
    }

    SessionLine<M> line() {
        return line;
    }

    Statistics statistics() {
        return line.statistics(sockets, resumes, sessions);
    }

    void send(ByteString frame) {
        if (attempt != null) {
            attempt.socket().send(frame);
        }
    }

    private void open() {
        stopTimer();
        sockets++;
        var timing = settings.timing();
        var request = new SocketRequest(
                settings.connectUrl(), settings.encoding(), timing.connectWithin(), MAX_MESSAGE_BYTES);
        var opening = new Attempt(this, world.transport(), request);
        attempt = opening;
        after(timing.connectWithin().plus(timing.handshakeWithin()), () -> timedOut(opening));
    }

    private void timedOut(Attempt opening) {
        lost(opening, Trouble.of(Trouble.timeout(opening.stage())));
    }

    void opened(Attempt on) {
        // Said without waiting for the server's hello: one round trip less.
        on.socket().send(codec.encode(new ClientFrame(null, null, handshake.hello(line.toResume()))));
    }

    void received(Attempt on, byte[] bytes) {
        try {
            var trouble = take(on, codec.decodeServer(bytes));
            if (trouble != null) {
                lost(on, trouble);
            }
        } catch (DecodeException e) {
            lost(on, Trouble.of(Trouble.unreadable(on.stage()), "The server sent: " + e.getMessage()));
        }
    }

    private @Nullable Trouble take(Attempt on, ServerFrame frame) throws DecodeException {
        if (on.stage() == Stage.IN_SESSION) {
            return frame.message() instanceof Terminate terminate ? Trouble.of(terminate) : line.take(frame);
        }
        return switch (frame.message()) {
            case ServerMessage.ServerHello hello -> {
                on.reached(Stage.GREETED);
                yield handshake.judge(hello);
            }
            case SessionStarted started -> start(on, started);
            case SessionResumed resumed -> resume(on, resumed);
            case Terminate terminate -> Trouble.of(terminate);
            case ServerMessage.Acknowledge _,
                    ServerMessage.Ping _,
                    ServerMessage.Pong _,
                    ServerMessage.Rewind _,
                    ServerMessage.Move _,
                    ServerMessage.MaintenanceChanged _,
                    ServerMessage.Numbered _ -> outOfTurn();
        };
    }

    private @Nullable Trouble start(Attempt on, SessionStarted started) throws DecodeException {
        if (line.toResume() != null) {
            return outOfTurn();
        }
        var start = handshake.start(started);
        if (start instanceof Handshake.Unusable<M>(var why)) {
            send(codec.encode(new ClientFrame(null, null, new ClientMessage.SessionStartFailed(why))));
            return Trouble.of(ConnectionError.CLIENT_SIDE_CONNECTION_ERROR, why);
        }
        sessions++;
        line.begin(((Handshake.Usable<M>) start).running());
        send(line.control(new ClientMessage.SessionReady()));
        activate(on);
        session.begun();
        session.notices().tell(listener -> listener.onStarted(session));
        return null;
    }

    private @Nullable Trouble resume(Attempt on, SessionResumed resumed) {
        var missing = line.resume(resumed);
        if (missing.isEmpty()) {
            return Trouble.of(ConnectionError.FAILED_TO_RESUME_SESSION);
        }
        resumes++;
        activate(on);
        missing.get().forEach(this::send);
        session.notices().tell(listener -> listener.onResumed(session));
        return null;
    }

    private void activate(Attempt on) {
        on.reached(Stage.IN_SESSION);
        backoff.reset();
        stopTimer();
        move(SessionTrigger.CLIENT_READY);
        var every = settings.timing().flushEvery().toNanos();
        timer = world.timers().scheduleWithFixedDelay(() -> beat(on), every, every, TimeUnit.NANOSECONDS);
    }

    private synchronized void beat(Attempt on) {
        if (attempt == on) {
            var trouble = line.beat();
            if (trouble != null) {
                lost(on, trouble);
            }
        }
    }

    /// The socket is of no more use. Decides what comes next.
    void lost(Attempt on, Trouble trouble) {
        if (attempt != on) {
            return;
        }
        if (!trouble.advice().reconnects()) {
            end(trouble, SessionTrigger.FORCED_OUT);
            return;
        }
        leave(on, false);
        boolean isGone = trouble.is(ConnectionError.FAILED_TO_RESUME_SESSION) && line.toResume() != null;
        if (isGone) {
            line.abandon();
        }
        if (state == SessionState.ACTIVE) {
            move(SessionTrigger.SOCKET_LOST);
            troubledSince = now();
        } else if (isGone) {
            open();
            return;
        }
        recover(trouble);
    }

    private void recover(Trouble trouble) {
        var pause = trouble.orLonger(backoff.next());
        var waited = Duration.ofNanos(now() - troubledSince);
        var giveUpAfter = settings.timing().reconnect().giveUpAfter();
        if (waited.plus(pause).compareTo(giveUpAfter) > 0) {
            end(trouble, SessionTrigger.GAVE_UP);
            return;
        }
        var why = trouble.with(statistics());
        session.notices().tell(listener -> listener.onRecovering(why, pause));
        after(pause, this::open);
    }

    void end(Trouble trouble, SessionTrigger trigger) {
        if (attempt != null) {
            leave(attempt, true);
        }
        stopTimer();
        move(trigger);
        var why = trouble.with(statistics());
        line.abandon();
        session.over(why);
        session.notices().tell(listener -> listener.onEnded(why));
        session.letGo();
    }

    private void leave(Attempt on, boolean inOrder) {
        stopTimer();
        on.forget();
        attempt = null;
        if (inOrder) {
            on.socket().close(1000, "");
        } else {
            on.socket().drop();
        }
    }

    private static Trouble outOfTurn() {
        return Trouble.of(ConnectionError.PROTOCOL_ERROR_UNEXPECTED_LOGIN_MESSAGE);
    }

    private void move(SessionTrigger trigger) {
        var from = state;
        state = SessionLifecycle.TABLE
                .next(from, trigger)
                .orElseThrow(() -> new IllegalStateException(trigger + " in " + from));
    }

    /// Runs once, unless another timer is set or this one is stopped before.
    private void after(Duration pause, Runnable step) {
        stopTimer();
        long mine = timers;
        timer = world.timers().schedule(() -> fire(mine, step), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void fire(long mine, Runnable step) {
        // It may have been waiting for the lock while it was stopped.
        if (mine == timers) {
            step.run();
        }
    }

    private void stopTimer() {
        timers++;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    long now() {
        return world.nanoTime().getAsLong();
    }
}
