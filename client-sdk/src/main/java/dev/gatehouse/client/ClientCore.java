package dev.gatehouse.client;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.recovery.Recovery;
import dev.gatehouse.client.recovery.Trouble;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.lifecycle.ConnectionState;
import dev.gatehouse.model.lifecycle.ConnectionTrigger;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.lifecycle.SessionTrigger;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerMessage.Move;
import dev.gatehouse.model.protocol.ServerMessage.ServerHello;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Decides when to connect, what to make of a start, a resume or a loss, and when to stop. Everything
/// happens under this object's own lock; nothing under it blocks.
final class ClientCore<M extends PlayerModel> {

    private static final System.Logger LOG = System.getLogger(ClientCore.class.getName());

    private final ClientSettings settings;
    private final World world;
    private final Handshake<M> handshake;
    private final FrameCodec codec;
    private final Recovery recovery;
    private final SessionLine<M> line;
    private final ClientSession<M> session;
    private final Relocation relocation;
    private final Progress progress = new Progress();
    private final Alarm pause;
    private final Alarm beat;
    private @Nullable Attempt attempt;
    private long sockets;
    private long resumes;
    private long sessions;

    ClientCore(ClientSettings settings, ClientGame<M> game, World world, ClientSession<M> session) {
        this.settings = settings;
        this.world = world;
        this.session = session;
        this.handshake = new Handshake<>(settings, game, world.nanoTime());
        this.codec = FrameCodec.of(settings.encoding());
        this.recovery = new Recovery(settings.timing().reconnect(), world.random());
        this.pause = alarm();
        this.beat = alarm();
        this.relocation =
                new Relocation(alarm(), world.random(), settings.timing().reconnect(), this::newAttempt);
        this.line = new SessionLine<>(this, session, settings.timing());
    }

    synchronized void connect() {
        progress.move(SessionTrigger.CONNECT_CALLED);
        recovery.troubled(now());
        open();
    }

    synchronized void close() {
        line.flushRest();
        // Flushing may have ended it.
        endIfAlive(Trouble.of(ConnectionError.CLIENT_CLOSED_CONNECTION), SessionTrigger.CLOSE_CALLED);
    }

    synchronized void terminate() {
        endIfAlive(Trouble.of(ConnectionError.CLIENT_TERMINATED_CONNECTION), SessionTrigger.CLOSE_CALLED);
    }

    /// Cuts the socket without a word, and takes note of it as if the network had done it.
    synchronized void dropConnection() {
        var current = attempt;
        if (current != null) {
            lost(current, Trouble.of(ConnectionError.CLOSED_SESSION_INIT_DONE, "The socket was dropped on purpose."));
        }
    }

    synchronized void unpause() {
        var trouble = line.unpause();
        if (trouble == null) {
            return;
        }
        if (isActive() && attempt != null) {
            lost(attempt, trouble);
        } else {
            line.abandon();
            if (attempt != null && attempt.hasSaidHello()) {
                // It asks for the session that is given up.
                lost(attempt, trouble);
            }
        }
    }

    SessionState state() {
        return progress.session();
    }

    ConnectionState connection() {
        return progress.connection();
    }

    boolean isActive() {
        return progress.session() == SessionState.ACTIVE;
    }

    boolean isAlive() {
        return isActive() || progress.session() == SessionState.RECOVERING;
    }

    SessionLine<M> line() {
        return line;
    }

    World world() {
        return world;
    }

    FrameCodec codec() {
        return codec;
    }

    Statistics statistics() {
        return line.statistics(sockets, resumes, sessions);
    }

    void tell(Runnable notice) {
        session.notices().run(notice);
    }

    Alarm alarm() {
        return new Alarm(this, world.timers(), e -> failed(e, ConnectionError.CLIENT_SIDE_CONNECTION_ERROR));
    }

    void send(ByteString frame) {
        if (attempt != null) {
            attempt.send(frame);
        }
    }

    ByteString hello(Credentials credentials) {
        return codec.encode(new ClientFrame(null, null, handshake.hello(line.toShow(credentials), line.show())));
    }

    @Nullable
    Trouble judge(ServerHello hello) {
        return handshake.judge(hello);
    }

    private void open() {
        if (!line.isResumable()) {
            line.abandon();
        }
        progress.move(ConnectionTrigger.ATTEMPT_BEGUN);
        var opening = newAttempt();
        attempt = opening;
        opening.begin();
    }

    private Attempt newAttempt() {
        sockets++;
        return new Attempt(this, settings);
    }

    @Nullable
    Trouble start(Attempt on, SessionStarted started) throws DecodeException {
        if (line.goesOn() || on != attempt) {
            return outOfTurn();
        }
        var start = handshake.start(started, line.ways());
        if (start instanceof Handshake.Unusable<M>(var why)) {
            on.send(codec.encode(new ClientFrame(null, null, new ClientMessage.SessionStartFailed(why))));
            return Trouble.of(ConnectionError.CLIENT_SIDE_CONNECTION_ERROR, why);
        }
        sessions++;
        line.begin(((Handshake.Usable<M>) start).running());
        on.send(line.control(new ClientMessage.SessionReady()));
        activate(on);
        session.begun();
        line.talk().restore();
        return null;
    }

    @Nullable
    Trouble resume(Attempt on, SessionResumed resumed) {
        var missing = line.resume(resumed);
        if (missing.isEmpty()) {
            return Trouble.of(ConnectionError.FAILED_TO_RESUME_SESSION);
        }
        resumes++;
        if (relocation.is(on)) {
            // Only now: until here, what came on the old socket counted.
            var old = attempt;
            attempt = relocation.take();
            if (old != null) {
                old.close();
            }
            on.inSession();
        } else {
            activate(on);
        }
        missing.get().forEach(on::send);
        session.notices().tell(listener -> listener.onResumed(session));
        return null;
    }

    private void activate(Attempt on) {
        on.inSession();
        recovery.running();
        // After a login it was active all the time.
        if (!isActive()) {
            progress.move(SessionTrigger.CLIENT_READY);
            progress.move(ConnectionTrigger.SESSION_RUNS);
        }
        beat.every(settings.timing().flushEvery(), this::beat);
    }

    private void beat() {
        var trouble = line.beat();
        if (trouble != null && attempt != null) {
            lost(attempt, trouble);
        }
    }

    void relocate(Move move) {
        relocation.asked(move, now());
    }

    /// The socket is of no more use. Decides what comes next.
    void lost(Attempt on, Trouble trouble) {
        if (relocation.is(on)) {
            relocation.failed(trouble, now());
            return;
        }
        if (attempt != on) {
            return;
        }
        // The second socket of a move is another connection, so what its server says about the first is no news.
        boolean isTaken = relocation.mayHaveHappened()
                && trouble.is(ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION);
        if (!trouble.advice().reconnects() && !isTaken) {
            end(trouble, SessionTrigger.FORCED_OUT);
            return;
        }
        on.drop();
        attempt = null;
        beat.stop();
        progress.move(ConnectionTrigger.CONNECTION_FAILED);
        boolean isGone = line.isGone(trouble);
        if (isGone) {
            line.abandon();
        }
        recover(trouble, isGone);
    }

    private void recover(Trouble trouble, boolean isGone) {
        if (isActive()) {
            progress.move(SessionTrigger.SOCKET_LOST);
            recovery.troubled(now());
            line.offSocket();
        } else if (isGone) {
            open();
            return;
        }
        var second = relocation.take();
        if (second != null && !isGone) {
            progress.move(ConnectionTrigger.ATTEMPT_BEGUN);
            attempt = second;
            tellRecovering(trouble, Duration.ZERO);
            return;
        }
        if (second != null) {
            second.drop();
        }
        var next = recovery.pauseAfter(trouble, now());
        if (next.isEmpty()) {
            end(trouble, SessionTrigger.GAVE_UP);
            return;
        }
        tellRecovering(trouble, next.get());
        pause.in(next.get(), this::open);
    }

    private void tellRecovering(Trouble trouble, Duration pauseBefore) {
        var why = trouble.with(statistics());
        session.notices().tell(listener -> listener.onRecovering(why, pauseBefore));
    }

    private void endIfAlive(Trouble trouble, SessionTrigger trigger) {
        if (isAlive()) {
            end(trouble, trigger);
        }
    }

    void end(Trouble trouble, SessionTrigger trigger) {
        if (trigger == SessionTrigger.CLOSE_CALLED) {
            progress.move(ConnectionTrigger.CLOSE_CALLED);
        } else if (attempt != null) {
            progress.move(ConnectionTrigger.CONNECTION_FAILED);
        }
        progress.move(trigger);
        if (attempt != null) {
            if (trouble.is(ConnectionError.CLIENT_TERMINATED_CONNECTION)) {
                attempt.drop();
            } else {
                attempt.close();
            }
            attempt = null;
        }
        pause.stop();
        beat.stop();
        relocation.stop();
        var why = trouble.with(statistics());
        line.abandon();
        session.over(why);
        session.letGo();
    }

    /// Whoever listens is so far behind that its notices would fill the memory.
    synchronized void fellBehind() {
        var why = "The listener does not keep up with its notices.";
        endIfAlive(Trouble.of(ConnectionError.CLIENT_SIDE_CONNECTION_ERROR, why), SessionTrigger.FORCED_OUT);
    }

    /// A bug of ours, or of a port's. Nobody can go on from there, and nothing of what was at hand may
    /// be logged.
    void failed(Throwable e, ConnectionError error) {
        var trace = e.getStackTrace();
        LOG.log(
                System.Logger.Level.ERROR,
                "the client failed: " + e.getClass().getName() + " at " + (trace.length == 0 ? "?" : trace[0]));
        endIfAlive(Trouble.of(error), SessionTrigger.FORCED_OUT);
    }

    static Trouble outOfTurn() {
        return Trouble.of(ConnectionError.PROTOCOL_ERROR_UNEXPECTED_LOGIN_MESSAGE);
    }

    long now() {
        return world.nanoTime().getAsLong();
    }
}
