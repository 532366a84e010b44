package dev.gatehouse.client;

import dev.gatehouse.client.calls.CallHandler;
import dev.gatehouse.client.calls.FrameTooLargeException;
import dev.gatehouse.client.live.DocumentListener;
import dev.gatehouse.client.live.EventHandler;
import dev.gatehouse.client.live.GroupListener;
import dev.gatehouse.client.live.Membership;
import dev.gatehouse.client.live.Registration;
import dev.gatehouse.client.live.Subscription;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.lifecycle.ConnectionState;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.Maintenance;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/// A player's stay in a game, from [GatehouseClient#connect] to its end, over as many sockets as it
/// takes. Safe to use from any thread; nothing blocks but waiting for a future. Futures complete on
/// the listener's thread.
public final class ClientSession<M extends PlayerModel> implements AutoCloseable {

    /// The result of an action that was not run, because another session of the player leads.
    public static final String NOT_LEADING = Outcome.NOT_LEADING;

    /// The result of an action that was not run, because too much waits for the server already. Try
    /// again later.
    public static final String TOO_FAR_AHEAD = "too_far_ahead";

    private final CompletableFuture<ClientSession<M>> started = new CompletableFuture<>();
    private final CompletableFuture<ConnectionLost> ended = new CompletableFuture<>();
    private final ExecutorService callbacks;
    private final Notices<M> notices;
    private final ClientCore<M> core;

    /// @param callbacks one thread, this session's own; shut down after the last notice
    ClientSession(
            ClientSettings settings,
            ClientGame<M> game,
            ClientListener<M> listener,
            World world,
            ExecutorService callbacks) {
        this.callbacks = callbacks;
        this.notices = new Notices<>(listener, callbacks, () -> world.timers().execute(this::fellBehind));
        this.core = new ClientCore<>(settings, game, world, this);
    }

    private void fellBehind() {
        core.fellBehind();
    }

    /// Done when the first session runs. Fails with [ConnectionLostException] if it never does.
    public CompletableFuture<ClientSession<M>> started() {
        return started.copy();
    }

    /// Done when it is over, for whatever reason; never fails.
    public CompletableFuture<ConnectionLost> ended() {
        return ended.copy();
    }

    public SessionState state() {
        synchronized (core) {
            return core.state();
        }
    }

    /// @throws IllegalStateException while there is no session
    public SessionId id() {
        synchronized (core) {
            return core.line().running().id;
        }
    }

    /// Nobody's, in an unauthenticated session.
    ///
    /// @throws IllegalStateException while there is no session
    public PlayerId playerId() {
        synchronized (core) {
            return core.line().running().playerId;
        }
    }

    /// Whether the session is a player's. In an unauthenticated one there are no model and no actions, and of all
    /// else there is what the game opens to it, until a [#login].
    ///
    /// @throws IllegalStateException while there is no session
    public boolean isAuthenticated() {
        synchronized (core) {
            return core.line().running().isAuthenticated();
        }
    }

    /// The player as of now on this side: everything that was run here is in it, whether or not the
    /// server has heard of it.
    ///
    /// @throws IllegalStateException while there is no session, or it is unauthenticated
    public M player() {
        synchronized (core) {
            return core.line().running().play().timeline().model();
        }
    }

    /// @throws IllegalStateException while there is no session, or it is unauthenticated
    public long tick() {
        synchronized (core) {
            return core.line().running().play().timeline().tick();
        }
    }

    /// The checksum of [#player()], as the next flush would say it.
    ///
    /// @throws IllegalStateException while there is no session, or it is unauthenticated
    public String checksum() {
        synchronized (core) {
            return core.line().running().play().timeline().checksum();
        }
    }

    /// Runs a client action on this side at once; the server follows with the next flush.
    ///
    /// @return `ok`, the game's own code, `threw` if it threw, [#TOO_FAR_AHEAD] or [#NOT_LEADING]
    /// @throws IllegalArgumentException if it is none of this game's client actions, or has an
    ///     argument that cannot be stored
    /// @throws IllegalStateException while there is no session, or it is unauthenticated
    public String run(Action<M> action) {
        synchronized (core) {
            return core.line().running().play().run(action, core.now());
        }
    }

    /// Sends what was run since the last flush now, instead of within [Timing#flushEvery].
    ///
    /// @return done when the server has it, durably, and came to the same results; not before the
    ///     socket is back if there is none now. Cancelled if the session cannot be resumed. Fails with
    ///     [IllegalStateException] where the session does not lead; done with results [#NOT_LEADING] where it
    ///     did not any more when the server heard of it.
    /// @throws IllegalStateException while there is no session, or it is unauthenticated
    public CompletableFuture<FlushResult> flush() {
        synchronized (core) {
            return core.line().flush();
        }
    }

    /// Calls a method of the game's server code.
    ///
    /// @param method class and method, such as `Treasury.balance`
    /// @param args an object with the parameters by name
    /// @param timeout how long to wait, with or without a socket; the server hears of it
    /// @return the answer, a JSON value. Fails with [CallFailedException]: `timeout`, `unknown_method`,
    ///     `invalid_arguments`, `server_error`, `session_moved` where nobody can say what became of
    ///     it, `too_many` over [Calls#MAX_OPEN], or a code of the game's. Cancelling it tells the
    ///     server.
    /// @throws FrameTooLargeException if the server would not take it
    /// @throws IllegalStateException while there is no session
    public CompletableFuture<JsonText> call(String method, JsonText args, Duration timeout) {
        synchronized (core) {
            return core.line().talk().calls().call(method, args, timeout);
        }
    }

    /// The same, with records of the game's for the arguments and the answer. Fails with
    /// [DecodeException] as well, where the answer is none.
    public <A extends Record, R> CompletableFuture<R> call(String method, A args, Class<R> answer, Duration timeout) {
        return Typed.call((name, text) -> call(name, text, timeout), method, args, answer);
    }

    /// Answers the server's calls of one method from now on, in the place of an earlier handler. A
    /// method without one is answered with `unknown_method`.
    public Registration onCall(String method, CallHandler handler) {
        synchronized (core) {
            var removal = core.line().talk().serverCalls().on(method, handler);
            return () -> core.line().locked(removal);
        }
    }

    /// Sends an event. One that was sent into a session that could not be resumed is lost; one that goes to nobody
    /// is told to [ClientListener#onEventRefused].
    ///
    /// @param payload a JSON value
    /// @return false if too much waits for the server already: nothing was sent then
    /// @throws FrameTooLargeException if the server would not take it
    /// @throws IllegalStateException while there is no session
    public boolean send(String name, EventScope scope, JsonText payload) {
        synchronized (core) {
            return core.line().talk().events().send(name, scope, payload);
        }
    }

    /// Hears the events of one name from now on.
    public Registration onEvent(String name, EventHandler handler) {
        synchronized (core) {
            return core.line().talk().events().on(name, handler);
        }
    }

    /// Joins a group. Where the session cannot be resumed, the SDK joins again in the next one.
    ///
    /// @param group `name` or `name:instance`
    /// @param args for the game's code, which may refuse
    /// @return fails with [CallFailedException]
    /// @throws IllegalStateException while there is no session, or where this client is in that
    ///     group already
    public CompletableFuture<Membership> join(String group, @Nullable JsonText args, GroupListener listener) {
        synchronized (core) {
            return core.line().talk().groups().join(group, args, listener);
        }
    }

    /// Follows a document. Several subscriptions of one document are one for the server. Where the
    /// session cannot be resumed, the SDK subscribes again in the next one.
    ///
    /// @param document `collection/key`, or `player` for the player's own model
    /// @throws IllegalStateException when the session is over, or with more than
    ///     [Documents#MAX_DOCUMENTS] of them
    public Subscription subscribe(String document, DocumentListener listener) {
        synchronized (core) {
            if (!core.isAlive()) {
                throw new IllegalStateException("the session is over");
            }
            return core.line().talk().documents().subscribe(document, listener);
        }
    }

    /// Shows the server another player token, without a new socket. Later attempts to connect use it,
    /// until the provider gives a newer one.
    ///
    /// In an unauthenticated session this is how its client becomes a player: the player's own session
    /// follows, usually on the same socket, with groups and documents as in any new session. What was
    /// open until then fails with `session_moved`.
    ///
    /// @return done when the server has taken it, and the player's session has started where it has to;
    ///     fails with [CallFailedException] where the token will not do and nothing has changed, and with
    ///     [ConnectionLostException] where the server has taken it and then refused the player
    /// @throws IllegalStateException while there is no session
    public CompletableFuture<@Nullable Void> login(String token) {
        synchronized (core) {
            return core.line().talk().logins().login(token);
        }
    }

    /// Says that the game will be silent for a while: in the background, or behind an advertisement.
    /// Until [#unpause()], a silent server is not taken for a lost one.
    ///
    /// @param reason for the studio
    /// @param expected the server keeps the session for so long at least, within its own bounds
    /// @throws IllegalStateException while there is no session
    public void pause(String reason, Duration expected) {
        synchronized (core) {
            core.line().pause(reason, expected);
        }
    }

    /// The game is back. A session that was paused for longer than announced, and than it could be
    /// resumed, is lost (1700), and another one begins.
    public void unpause() {
        core.unpause();
    }

    /// How the connection does at this moment.
    public ConnectionHealth health() {
        synchronized (core) {
            return core.line().health();
        }
    }

    /// The low-level state of the connection.
    public ConnectionState connectionState() {
        synchronized (core) {
            return core.connection();
        }
    }

    /// How long the server took for its last answer to a question that is asked now and then; empty
    /// before the first.
    public Optional<Duration> roundTrip() {
        synchronized (core) {
            return core.line().roundTrip();
        }
    }

    /// What is known of maintenance; empty before the first connection.
    public Optional<Maintenance> maintenance() {
        synchronized (core) {
            return core.line().maintenance().known();
        }
    }

    /// Whether this session runs the player's actions, or only follows another one of the same player: then
    /// [#player()] is what the server has, and [#run] and [#flush()] do nothing. Either may change in a session, as
    /// [ClientListener#onLeadChanged] says.
    ///
    /// @throws IllegalStateException while there is no session, or it is unauthenticated
    public boolean leads() {
        synchronized (core) {
            return core.line().running().play().leads();
        }
    }

    public Statistics statistics() {
        synchronized (core) {
            return core.statistics();
        }
    }

    /// Ends the session in order: what was run is sent first.
    @Override
    public void close() {
        core.close();
    }

    /// Ends the session at once: what was run and not yet sent is lost.
    public void terminate() {
        core.terminate();
    }

    /// Cuts the socket without a word, as a lost network does. For tests and demonstrations of recovery.
    public void dropConnection() {
        core.dropConnection();
    }

    void connect() {
        core.connect();
    }

    Notices<M> notices() {
        return notices;
    }

    void begun() {
        notices.tell(listener -> listener.onStarted(this));
        notices.run(() -> started.complete(this));
    }

    void over(ConnectionLost why) {
        core.line().talk().logins().over(new ConnectionLostException(why));
        notices.tell(listener -> listener.onEnded(why));
        notices.run(() -> {
            started.completeExceptionally(new ConnectionLostException(why));
            ended.complete(why);
        });
    }

    void letGo() {
        callbacks.shutdown();
    }
}
