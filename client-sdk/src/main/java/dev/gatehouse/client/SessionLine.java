package dev.gatehouse.client;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.calls.Outlet;
import dev.gatehouse.client.play.PlayLine;
import dev.gatehouse.client.recovery.Trouble;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.lifecycle.SessionTrigger;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerFrame;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// What goes over a session once it runs, and what of it outlives the session. Goes on while there is
/// no socket; what it says then is kept and sent after the resume. Guarded by the core's lock.
final class SessionLine<M extends PlayerModel> implements Outlet {

    private final ClientCore<M> core;
    private final ClientSession<M> session;
    private final Timing timing;
    private final Ears<M> ears;
    private final MaintenanceNews<M> maintenance;
    private final Rest rest = new Rest();
    private final Talk talk = Talk.over(this, this::taken);
    private @Nullable Running<M> running;
    private Statistics last = Statistics.NONE;

    SessionLine(ClientCore<M> core, ClientSession<M> session, Timing timing) {
        this.core = core;
        this.session = session;
        this.timing = timing;
        this.ears = new Ears<>(core, this, session);
        this.maintenance = new MaintenanceNews<>(session.notices());
    }

    /// @throws IllegalStateException while there is no session
    Running<M> running() {
        if (running == null) {
            throw new IllegalStateException("no session: not yet, or no longer");
        }
        return running;
    }

    PlayLine.Ways<M> ways() {
        return new PlayLine.Ways<>(this, session.notices()::tell, timing);
    }

    Talk talk() {
        return talk;
    }

    /// The next session, after one that is given up, or that a login has ended.
    void begin(Running<M> next) {
        abandon();
        running = next;
        rest.onSocket(core.now());
    }

    private void onSocket(Running<M> now) {
        long time = core.now();
        now.onSocket(time);
        rest.onSocket(time);
    }

    /// The socket is gone.
    void offSocket() {
        rest.offSocket(core.now());
    }

    /// Whether the server may still have the session, where there is one.
    boolean isResumable() {
        return running == null || (!running.isOver() && rest.isResumable(core.now(), running.resumableFor()));
    }

    /// Whether there is a session to go on with.
    boolean goesOn() {
        return running != null && !running.isOver();
    }

    /// Whether the server has no session to go on with any more.
    boolean isGone(Trouble trouble) {
        return goesOn()
                && (trouble.is(ConnectionError.FAILED_TO_RESUME_SESSION)
                        || trouble.is(ConnectionError.SESSION_LOST_IN_BACKGROUND));
    }

    /// What a hello says of the session.
    @Nullable
    Resume show() {
        return running == null || running.isOver() ? null : running.show();
    }

    /// @return the frames that the server has not received; empty if the session cannot go on
    Optional<List<ByteString>> resume(SessionResumed resumed) {
        var now = running;
        if (now == null || !now.id.equals(resumed.sessionId()) || resumed.epoch() < now.stream.epoch()) {
            return Optional.empty();
        }
        now.resumed(resumed);
        onSocket(now);
        // Numbers of another epoch say nothing about what we have of this one, so something may be lost.
        return resumed.epoch() > now.stream.epoch()
                ? rewound(now, new Rewind(resumed.epoch(), resumed.received(), true))
                : now.stream.resend(resumed.received());
    }

    /// @return what ends the socket, if anything
    @Nullable
    Trouble rewind(Rewind message) {
        var now = running();
        long known = now.stream.epoch();
        if (message.epoch() == known && !now.stream.isFresh() && now.mayBeToldOf(known)) {
            // Heard on the socket before, after the hello on this one.
            return null;
        }
        boolean isNew = message.epoch() > known || (message.epoch() == known && now.stream.isFresh());
        if (!isNew) {
            return Ears.broken("the session is rewound to an epoch that is not new");
        }
        var missing = rewound(now, message);
        if (missing.isEmpty()) {
            return Trouble.of(ConnectionError.FAILED_TO_RESUME_SESSION);
        }
        missing.get().forEach(core::send);
        return null;
    }

    private Optional<List<ByteString>> rewound(Running<M> now, Rewind message) {
        if (now.stream.isLost(message.epoch(), message.received())) {
            return Optional.empty();
        }
        var fate = now.stream.rewind(message.epoch(), message.received(), message.gap());
        talk.rewound(fate);
        if (message.gap()) {
            now.played().ifPresent(play -> play.rewound(message.received()));
        }
        session.notices().tell(listener -> listener.onRewound(session, message.gap()));
        return now.stream.resend(message.received());
    }

    /// Gives the session up. Whoever waits for something hears that it will not come.
    void abandon() {
        if (running != null) {
            last = running.stream.statistics();
            var over = running;
            running = null;
            over.played().ifPresent(PlayLine::abandon);
        }
        talk.abandon();
    }

    ByteString control(ClientMessage.Control message) {
        return running().stream.control(message);
    }

    CompletableFuture<FlushResult> flush() {
        var answer = new CompletableFuture<FlushResult>();
        endIf(running().play().flush(core.now(), answer));
        return answer;
    }

    /// For the end of a session: what was done and not yet said.
    void flushRest() {
        if (running != null && core.isActive() && running.hasActions()) {
            endIf(running.play().flush(core.now(), new CompletableFuture<>()));
        }
    }

    private void endIf(@Nullable ConnectionError error) {
        if (error != null) {
            core.end(Trouble.of(error), SessionTrigger.FORCED_OUT);
        }
    }

    /// @return what ends the socket, if anything
    @Nullable
    Trouble take(ServerFrame frame) throws DecodeException {
        return ears.take(running(), frame);
    }

    /// Called every [Timing#flushEvery] while there is a socket.
    ///
    /// @return what ends the socket, if anything
    @Nullable
    Trouble beat() {
        var now = running();
        long time = core.now();
        if (rest.hasSlept(time, now.resumableFor())) {
            return Trouble.of(ConnectionError.SESSION_LOST_IN_BACKGROUND);
        }
        if (rest.isPaused()) {
            return null;
        }
        if (now.pulse.isLost(time)) {
            return Trouble.of(ConnectionError.TIMEOUT_STREAM_SESSION_INIT_DONE);
        }
        if (now.pulse.isDue(time)) {
            core.send(control(new ClientMessage.Ping(now.pulse.ask(time))));
        }
        var error = now.beat(time);
        if (error != null) {
            return Trouble.of(error);
        }
        if (now.stream.owesAcknowledgement()) {
            core.send(control(new ClientMessage.Acknowledge()));
        }
        return null;
    }

    void pause(String reason, Duration expected) {
        var now = running();
        rest.pause(core.now(), expected.compareTo(now.resumeWindow) < 0 ? now.resumeWindow : expected);
        if (core.isActive()) {
            core.send(control(new ClientMessage.Pause(reason, expected.toMillis())));
        }
    }

    /// @return what became of the session meanwhile, if anything
    @Nullable
    Trouble unpause() {
        if (!rest.isPaused()) {
            return null;
        }
        boolean isTooLate = rest.unpause(core.now());
        var now = running;
        if (now == null) {
            return null;
        }
        if (isTooLate) {
            return Trouble.of(ConnectionError.SESSION_LOST_IN_BACKGROUND);
        }
        if (core.isActive()) {
            now.pulse.onSocket(core.now());
            core.send(control(new ClientMessage.Unpause()));
        }
        return null;
    }

    ConnectionHealth health() {
        if (running == null) {
            return ConnectionHealth.NOT_CONNECTED;
        }
        return core.isActive() && !running.pulse.isLate(core.now())
                ? ConnectionHealth.HEALTHY
                : ConnectionHealth.UNHEALTHY;
    }

    Optional<Duration> roundTrip() {
        return running == null ? Optional.empty() : running.pulse.roundTrip();
    }

    MaintenanceNews<M> maintenance() {
        return maintenance;
    }

    /// The credentials, with the token of a login since where they have none that is newer; without one
    /// where the session that is to go on is unauthenticated.
    Credentials toShow(Credentials given) {
        var newest = rest.newest(given);
        return !goesOn() || running().isAuthenticated() ? newest : newest.withoutToken();
    }

    private boolean taken(String token) {
        rest.renewed(token);
        return running().loggedIn();
    }

    /// Whether the player's session is to follow on the socket, and this one is over.
    boolean isLoggingIn() {
        return running != null && running.isOver();
    }

    Statistics statistics(long sockets, long resumes, long sessions) {
        var numbers = running == null ? last : running.stream.statistics();
        return numbers.with(sockets, resumes, sessions);
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    @Override
    public boolean hasRoom() {
        return running().stream.hasRoom();
    }

    @Override
    public long nextNumber() {
        return running().stream.nextNumber();
    }

    @Override
    public long say(ClientMessage.Numbered message) {
        var now = running();
        long number = now.stream.nextNumber();
        var frame = now.stream.keep(message, core.now(), now.maxFrameBytes);
        if (core.isActive()) {
            core.send(frame);
            now.stream.sent();
        }
        return number;
    }

    @Override
    public void tell(Runnable notice) {
        session.notices().run(notice);
    }

    @Override
    public Runnable after(Duration pause, Runnable step) {
        var alarm = core.alarm();
        alarm.in(pause, step);
        return alarm::stop;
    }

    @Override
    public void locked(Runnable step) {
        synchronized (core) {
            step.run();
        }
    }
}
