package dev.gatehouse.session.session;

import static dev.gatehouse.model.error.ConnectionError.DIRECT_CONNECTION_LOST_ON_SERVER;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.protocol.ServerMessage.PlayerStart;
import dev.gatehouse.session.session.SessionState.Active;
import dev.gatehouse.session.session.SessionState.Ended;
import dev.gatehouse.session.session.SessionState.Leaving;
import dev.gatehouse.session.session.SessionState.Recovering;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One player's stay in one game, across the sockets it is carried by. Decides what is sent again, who
/// may resume, and when it is over. Single-threaded: whoever calls is its owner. `now` is always
/// nanoseconds of a monotonic clock.
public final class Session {

    private final SessionWorld world;
    private final Stream stream;
    private final Patience patience;
    private final ResumeRights rights;
    private final Bulletin bulletin = new Bulletin();

    private SessionIdentity who;
    private SessionState state;
    private Continuity continuity = Continuity.IN_USE;

    /// For how long before it came over the socket in use its client had not been heard.
    private long unheard;

    /// Whether the client on the socket in use still has to hear that the stream started anew.
    private boolean mustRewind;

    private Undertakings undertakings = new Undertakings(Standing.NONE, Part.ONLY);

    /// When it is the longest that a session may be, in ms since 1970: it may outlive its node.
    private final long longestUntilMillis;

    /// Absent until a client has been here.
    private @Nullable ClientVersion client;

    /// Opens a session on the socket of its first handshake. The caller sends [#started] first of all.
    ///
    /// @param token with which it can be resumed
    public Session(SessionIdentity who, SessionWorld world, String token, Line line, long now) {
        this.who = who;
        this.world = world;
        this.stream = new Stream(who.encoding(), world, 0);
        this.patience = new Patience(world, now);
        this.rights = new ResumeRights(who.epoch(), new ResumeSecrets(ResumeTokens.hash(token), null));
        this.state = new Active(line);
        this.longestUntilMillis = world.longestUntilMillis();
    }

    private Session(PlayerKey player, StoredSession stored, SessionWorld world, long until, long now) {
        this.who = stored.identity(player);
        this.world = world;
        this.stream = Stream.goingOn(stored, world, now);
        this.patience = Patience.goingOn(world, stored, now);
        this.rights = stored.rights();
        this.state = new Recovering(patience.atLeast(until));
        this.longestUntilMillis = stored.until();
        this.undertakings = new Undertakings(stored.standing(), stored.part());
        this.continuity = Continuity.of(stored.stream());
    }

    /// Goes on with a session that another node held. It has no socket yet.
    ///
    /// @param until when it stops waiting for one, unless its client has announced a longer pause
    public static Session goingOn(PlayerKey player, StoredSession stored, SessionWorld world, long until, long now) {
        return new Session(player, stored, world, until, now);
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

    /// The way to its client's socket; empty where it has none, or is about to end.
    public Optional<Line> line() {
        return state instanceof Active(var line) ? Optional.of(line) : Optional.empty();
    }

    /// For how long before it came over the socket in use its client had not been heard, in nanoseconds: what
    /// it said meanwhile comes at once. Where another node may have heard it last, as long as that may be ago.
    public long unheard() {
        return unheard;
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

    /// Whether its client has come back over a socket at another proxy.
    public boolean isElsewhere(NodeId proxy) {
        return state instanceof Active && !proxy.equals(who.proxy());
    }

    public Continuity continuity() {
        return continuity;
    }

    /// What another node needs to go on with this session, should this one be lost.
    public StoredSession stored() {
        return stored(rights.secrets(), null);
    }

    /// What another node needs to go on with this session as if nothing had happened; empty where the
    /// client would notice. Nothing may be sent or received afterwards.
    ///
    /// @param held whether nothing is on its way between it and its client's socket; so it is where the socket
    ///     was held back for a node before, and has not come here
    public Optional<StoredSession> whole(boolean held) {
        return isLive() && continuity != Continuity.ANEW && !mustRewind && stream.isSettled()
                ? Optional.of(stored(rights.secrets(), stream.stored(held || continuity == Continuity.MOVED)))
                : Optional.empty();
    }

    private StoredSession stored(ResumeSecrets with, @Nullable StoredStream all) {
        var now = StoredSession.of(
                who, rights.firstEpoch(), with, received().settled(), longestUntilMillis, all, undertakings.now());
        return patience.in(now).playing(undertakings.part()).parting(stream.partings());
    }

    /// The first frame of all.
    ///
    /// @param token the one that the session was opened with, known to the client alone
    public ByteString started(String token, @Nullable PlayerStart player) {
        return stream.unnumbered(who.started(token, world, player));
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
        var _ = patience.heard(now);
        rights.proven();
        return switch (stream.read(frame, now)) {
            case Reading.Control(var message) -> ControlMessages.hear(message, patience, stream, this::pong, now);
            case Reading.Message(var seq, var message) -> new Heard.Numbered(seq, message, now);
            case Reading.Repeated _ -> new Heard.Nothing();
            case Reading.Unreadable(var error, var why) -> new Heard.Wrong(error, why);
        };
    }

    /// How far its client has been received.
    public Received received() {
        return stream.received();
    }

    /// Whether no other node would know how far the client has been received, or what it has begun: then
    /// [#stored] has to be stored, and [#saved] called.
    public boolean isUnsaved() {
        return stream.isUnsaved() || !undertakings.areSaved() || !patience.isSaved();
    }

    /// What [#stored] said is stored.
    public void saved(StoredSession stored) {
        stream.saved(stored);
        undertakings.saved(stored);
        patience.saved(stored);
    }

    /// What its ticks are held against.
    public PlayTime playTime() {
        return patience.playTime();
    }

    /// What is on its way to its client, with or without a socket.
    public Stream stream() {
        return stream;
    }

    public Undertakings undertakings() {
        return undertakings;
    }

    /// Looks whether a client may go on with this session.
    ///
    /// @return what to store before it is told; empty if this is not the client that the session belongs
    ///     to, or it cannot be told everything it missed
    public Optional<Invitation> invite(Comeback client, long now) {
        if (!mayResume(client, now)) {
            return Optional.empty();
        }
        var token = world.tokens().mint();
        var next = rights.after(client.resume(), token);
        return Optional.of(new Invitation(token, stored(next, null)));
    }

    /// Goes on with this session on another socket.
    ///
    /// @param invited the answer to the same client a moment ago
    /// @return the first frame for it, after which the caller calls [#goOn]; empty if it may not go
    ///     on any more
    public Optional<ByteString> resume(Comeback client, Invitation invited, Line line, long now) {
        if (!mayResume(client, now)) {
            return Optional.empty();
        }
        boolean sameStream = client.resume().epoch() == who.epoch();
        stream.goBackTo(from(client.resume()));
        var loser = rights.loser(client.resume());
        rights.become(rights.after(client.resume(), invited.token()));
        saved(invited.stored());
        takeTo(line, client.proxy(), loser, now);
        mustRewind = !sameStream;
        patience.unpause(now);
        return Optional.of(stream.unnumbered(who.resumed(invited.token(), stream.receivedIn(sameStream))));
    }

    /// Gives up the line that it has, because its socket is reached over another one soon: nothing more
    /// is heard on it.
    public void leaveLine(long now) {
        if (state instanceof Active(var line)) {
            close(line, DIRECT_CONNECTION_LOST_ON_SERVER);
            state = new Recovering(patience.lost(now));
        }
    }

    /// Starts the stream anew: what the client has received of it cannot be told any more. The caller
    /// then sends whatever replaces what is lost.
    ///
    /// @param epoch higher than before
    public void startAnew(long epoch) {
        who = who.in(epoch);
        stream.renumber();
    }

    /// What it [#startAnew] with is stored: its client may hear of it.
    public void isAnew() {
        continuity = Continuity.ANEW;
    }

    /// Goes on with the same socket of the client's, which is reached in another way now. The caller
    /// then calls [#goOn]. Only where nobody uses the stream.
    ///
    /// @param proxy where the socket is
    /// @param allArrived whether all that the node before has sent is known to have come there; else what the
    ///     client has not acknowledged is sent again, and it drops what it has
    public void carryOn(Line line, NodeId proxy, boolean allArrived, long now) {
        mustRewind = continuity == Continuity.ANEW;
        if (mustRewind) {
            stream.goBackToNothing(line, who.epoch());
        } else if (!allArrived) {
            stream.goBackToAcknowledged();
        }
        takeTo(line, proxy, DIRECT_CONNECTION_LOST_ON_SERVER, now);
    }

    private void takeTo(Line line, NodeId proxy, ConnectionError loser, long now) {
        if (state instanceof Active(var old)) {
            close(old, loser);
        }
        state = new Active(line);
        who = who.at(proxy);
        continuity = Continuity.IN_USE;
        unheard = patience.heard(now);
    }

    /// Sends what the client has not received, up to what its socket takes.
    public void goOn(long now) {
        if (mustRewind && state instanceof Active(var line)) {
            mustRewind = false;
            stream.rewind(line, who.epoch());
        }
        stream.writable(true);
        transmit(now);
    }

    /// Takes what its client says for words of another session until it has answered a ping: its socket
    /// carried that one until now.
    public void expectStale() {
        line().ifPresent(line -> stream.follow(line, who.epoch()));
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
            state = intended || stream.isTrimmed() ? new Ended(null) : new Recovering(patience.lost(now));
        } else if (state instanceof Leaving(var current, var why, var _) && current.equals(line)) {
            state = new Ended(why);
        }
    }

    /// Whether a frame or an event of this socket is this session's.
    public boolean isOn(Line line) {
        return (state instanceof Active(var current) && current.equals(line))
                || (state instanceof Leaving(var leaving, var _, var _) && leaving.equals(line));
    }

    /// Tells the client what is known of maintenance, where it has a socket and that differs from what
    /// it last heard.
    public void inform(Maintenance now) {
        line().ifPresent(line -> bulletin.news(now).ifPresent(news -> line.send(stream.unnumbered(news))));
    }

    /// Ends it where its client has logged in: the player's own session follows on the same socket.
    ///
    /// @param last after everything that the client has not received, however full its socket is
    public void logIn(String token, ServerMessage last, long now) {
        goOn(now);
        line().ifPresent(line -> line.logIn(token, stream.next(last)));
        state = new Ended(null);
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
    public void leave(Ending ending, long now) {
        if (state instanceof Active(var line)) {
            line.send(stream.unnumbered(ending.terminate()));
            state = new Leaving(
                    line, ending.why(), now + world.limits().reportTimeout().toNanos());
        } else {
            end(ending);
        }
    }

    /// Does what time has made due. Call it about once a second.
    public void tick(long now) {
        stream.trim(now);
        if (isLive() && world.clock().millis() >= longestUntilMillis) {
            end(ConnectionError.FORCE_TERMINATED_SESSION_TOO_LONG);
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
            case END_PAUSE -> end(ConnectionError.FORCE_TERMINATED_PAUSE_DEADLINE_EXCEEDED);
        }
    }

    private void pong(long id) {
        line().ifPresent(line -> line.send(
                stream.unnumbered(new ServerMessage.Pong(id, world.clock().millis()))));
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

    /// Where a client wants to go on: one that knows an earlier stream of this session has nothing of
    /// this one.
    private long from(Resume resume) {
        return resume.epoch() == who.epoch() ? stream.from(resume.received()) : 0;
    }

    private boolean mayResume(Comeback client, long now) {
        return isLive() && rights.has(client, who) && stream.canGoBackTo(from(client.resume()), now);
    }
}
