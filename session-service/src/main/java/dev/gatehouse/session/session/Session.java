package dev.gatehouse.session.session;

import static dev.gatehouse.model.error.ConnectionError.DIRECT_CONNECTION_LOST_ON_SERVER;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_PAUSE_DEADLINE_EXCEEDED;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_SESSION_TOO_LONG;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.Limits;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceChanged;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceState;
import dev.gatehouse.model.protocol.ServerMessage.PlayerStart;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import dev.gatehouse.session.session.SessionState.Active;
import dev.gatehouse.session.session.SessionState.Ended;
import dev.gatehouse.session.session.SessionState.Leaving;
import dev.gatehouse.session.session.SessionState.Recovering;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One player's stay in one game, across the sockets it is carried by. Decides what is sent again, who may
/// resume, and when it is over. Single-threaded: whoever calls is its owner. `now` is always nanoseconds of a
/// monotonic clock.
public final class Session {

    private final SessionIdentity who;
    private final SessionWorld world;
    private final Stream stream;
    private final Patience patience;

    private SessionState state;
    private byte[] tokenHash = {};

    /// When it is the longest that a session may be.
    private final long longestUntil;

    /// What its client last heard of maintenance; at first what everybody takes for granted.
    private Maintenance told = new Maintenance(MaintenanceState.NOT_SCHEDULED, null, null);

    /// Absent until a client has been here.
    private @Nullable ClientVersion client;

    /// Opens a session on the socket of its first handshake. The caller sends [#started] first of all.
    public Session(SessionIdentity who, SessionWorld world, Line line, long now) {
        this.who = who;
        this.world = world;
        this.stream = new Stream(who.encoding(), world);
        this.patience = new Patience(world.limits(), now);
        this.state = new Active(line);
        this.longestUntil = now + world.limits().maxLength().toNanos();
    }

    public SessionIdentity identity() {
        return who;
    }

    /// What its client runs, as of its last handshake; empty where no client has been here yet.
    public Optional<ClientVersion> client() {
        return Optional.ofNullable(client);
    }

    /// Notes what the client runs that has just come, or come back.
    public void runs(ClientVersion client) {
        this.client = client;
    }

    /// Whether it has no socket right now.
    public boolean isRecovering() {
        return state instanceof Recovering;
    }

    public boolean isOver() {
        return state instanceof Ended;
    }

    /// Why it was ended; empty if the client left or did not come back, or it is not over.
    public Optional<ConnectionError> why() {
        return state instanceof Ended(var why) ? Optional.ofNullable(why) : Optional.empty();
    }

    /// Whether it goes on: it is neither over nor about to be.
    public boolean isLive() {
        return state instanceof Active || state instanceof Recovering;
    }

    /// The first frame of all. It carries a resume token that is made now and known to the client alone.
    public ByteString started(@Nullable PlayerStart player) {
        var limits = world.limits();
        return stream.unnumbered(new SessionStarted(
                who.id(),
                newToken(),
                who.epoch(),
                who.player().playerId(),
                who.player().gameId(),
                world.clock().millis(),
                limits.keepAlive().toMillis(),
                limits.resumeWindow().toMillis(),
                new Limits(limits.maxInboundBytes(), limits.maxOutboundBytes()),
                player));
    }

    /// Sends a message, now or as soon as the client is there to receive it.
    public void send(ServerMessage message, long now) {
        if (!isLive()) {
            return;
        }
        stream.add(message, now);
        transmit(now);
    }

    /// Reads a frame of the client's. An error in it changes nothing here: the caller decides.
    public Heard receive(ByteString frame, long now) {
        if (state instanceof Ended || state instanceof Recovering) {
            return new Heard.Nothing();
        }
        patience.heard(now);
        var reading = stream.read(frame, now);
        return switch (reading) {
            case Reading.Control(var message) -> control(message, now);
            case Reading.Message(var seq, var message) -> new Heard.Numbered(seq, message);
            case Reading.Repeated _ -> new Heard.Nothing();
            case Reading.Unreadable(var error, var why) -> new Heard.Wrong(error, why);
        };
    }

    /// Says that everything up to this number of the client's has had its effect, as durably as it must.
    public void settle(long seq) {
        stream.settle(seq);
    }

    /// Goes on with this session on another socket.
    ///
    /// @return the first frame for it, after which the caller calls [#goOn]; empty if this is not the client that
    ///     the session belongs to, or it cannot be told everything it missed
    public Optional<ByteString> resume(
            Resume resume, @Nullable DeviceKey device, Encoding encoding, Line line, long now) {
        if (!isLive() || !isTheClient(resume, device, encoding) || !stream.rewind(resume.received(), now)) {
            return Optional.empty();
        }
        if (state instanceof Active(var old)) {
            close(old, FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION);
        }
        state = new Active(line);
        patience.heard(now);
        patience.unpause();
        return Optional.of(stream.unnumbered(new SessionResumed(who.id(), newToken(), who.epoch(), stream.settled())));
    }

    /// Sends what the client has not received, up to what its socket takes.
    public void goOn(long now) {
        stream.writable(true);
        transmit(now);
    }

    /// Sends nothing more until [#goOn]: the client's socket is full.
    public void hold() {
        stream.writable(false);
    }

    /// The socket is gone. Of another socket than the one in use, nothing happens.
    ///
    /// @param intended whether the client closed it for good
    public void detach(Line line, boolean intended, long now) {
        if (state instanceof Active(var current) && current.equals(line)) {
            state = intended || stream.isTrimmed() ? new Ended(null) : new Recovering(patience.giveUpAt(now));
        } else if (state instanceof Leaving(var current, var why, var _) && current.equals(line)) {
            state = new Ended(why);
        }
    }

    /// Whether a frame or an event of this socket is this session's.
    public boolean isOn(Line line) {
        return (state instanceof Active(var current) && current.equals(line))
                || (state instanceof Leaving(var leaving, var _, var _) && leaving.equals(line));
    }

    /// Tells the client what is known of maintenance, where it has a socket and that differs from what it last heard.
    public void inform(Maintenance now) {
        if (state instanceof Active(var line) && !now.equals(told)) {
            told = now;
            line.send(stream.unnumbered(new MaintenanceChanged(now.state(), now.startsAt(), now.estimatedMillis())));
        }
    }

    /// Ends it by force and tells the client why.
    public void end(ConnectionError why) {
        end(Ending.of(why));
    }

    /// Ends it by force and tells the client why.
    public void end(Ending ending) {
        switch (state) {
            case Active(var line) -> line.close(ending.why(), stream.unnumbered(ending.terminate()));
            case Leaving(var line, var earlier, var _) -> line.close(earlier, ByteString.EMPTY);
            case Recovering _, Ended _ -> {}
        }
        state = state instanceof Ended over ? over : new Ended(ending.why());
    }

    /// Tells the client why it ends, and waits a little for its report.
    public void leave(ConnectionError why, long now) {
        if (state instanceof Active(var line)) {
            line.send(stream.unnumbered(why.terminate()));
            state = new Leaving(line, why, now + world.limits().reportTimeout().toNanos());
        } else {
            end(why);
        }
    }

    /// Does what time has made due. Call it about once a second.
    public void tick(long now) {
        stream.trim(now);
        if (isLive() && now - longestUntil >= 0) {
            end(FORCE_TERMINATED_SESSION_TOO_LONG);
        }
        switch (state) {
            case Active(var line) -> tickActive(line, now);
            case Recovering(var until) -> {
                if (now - until >= 0 || stream.isTrimmed()) {
                    state = new Ended(null);
                }
            }
            case Leaving(var _, var why, var until) -> {
                if (now - until >= 0) {
                    end(why);
                }
            }
            case Ended _ -> {}
        }
    }

    private void tickActive(Line line, long now) {
        switch (patience.due(now)) {
            case NOTHING -> {}
            case ASK -> line.send(stream.unnumbered(new ServerMessage.Ping(patience.asked(now))));
            case GIVE_UP -> {
                close(line, DIRECT_CONNECTION_LOST_ON_SERVER);
                detach(line, false, now);
            }
            case END_PAUSE -> end(FORCE_TERMINATED_PAUSE_DEADLINE_EXCEEDED);
        }
    }

    private Heard control(ClientMessage.Control message, long now) {
        return ControlMessages.hear(message, patience, this::pong, now);
    }

    private void pong(long id) {
        if (state instanceof Active(var line)) {
            line.send(stream.unnumbered(new ServerMessage.Pong(id, world.clock().millis())));
        }
    }

    private void transmit(long now) {
        if (state instanceof Active(var line) && !stream.transmit(line)) {
            // What it has not received is no longer kept: it reads too slowly for this socket and for a resume.
            close(line, ConnectionError.SLOW_CONSUMER);
            detach(line, false, now);
        }
    }

    private void close(Line line, ConnectionError why) {
        line.close(why, stream.unnumbered(why.terminate()));
    }

    private boolean isTheClient(Resume resume, @Nullable DeviceKey device, Encoding encoding) {
        return ResumeTokens.matches(resume.resumeToken(), tokenHash)
                && resume.epoch() == who.epoch()
                && encoding == who.encoding()
                && Objects.equals(device, who.device());
    }

    private String newToken() {
        var token = world.tokens().mint();
        tokenHash = ResumeTokens.hash(token);
        return token;
    }
}
