package dev.gatehouse.client;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.lifecycle.SessionState;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/// A player's stay in a game, from [GatehouseClient#connect] to its end, over as many sockets as it takes. Safe to use
/// from any thread; nothing blocks but waiting for a future. Futures complete on the listener's thread.
public final class ClientSession<M extends PlayerModel> implements AutoCloseable {

    /// The result of an action that was not run, because too much waits for the server already. Try again later.
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
        this.notices = new Notices<>(listener, callbacks);
        this.core = new ClientCore<>(settings, game, world, this);
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

    /// @throws IllegalStateException while there is no session
    public PlayerId playerId() {
        synchronized (core) {
            return core.line().running().playerId;
        }
    }

    /// The player as of now on this side: everything that was run here is in it, whether or not the server has heard of
    /// it.
    ///
    /// @throws IllegalStateException while there is no session
    public M player() {
        synchronized (core) {
            return core.line().running().play.timeline().model();
        }
    }

    /// @throws IllegalStateException while there is no session
    public long tick() {
        synchronized (core) {
            return core.line().running().play.timeline().tick();
        }
    }

    /// The checksum of [#player()], as the next flush would say it.
    ///
    /// @throws IllegalStateException while there is no session
    public String checksum() {
        synchronized (core) {
            return core.line().running().play.timeline().checksum();
        }
    }

    /// Runs a client action on this side at once; the server follows with the next flush.
    ///
    /// @return `ok`, the game's own code, `threw` if it threw, or [#TOO_FAR_AHEAD]
    /// @throws IllegalArgumentException if it is none of this game's client actions
    /// @throws IllegalStateException while there is no session
    public String run(Action<M> action) {
        synchronized (core) {
            return core.line().run(action);
        }
    }

    /// Sends what was run since the last flush now, instead of within [Timing#flushEvery].
    ///
    /// @return done when the server has it, durably, and came to the same results; not before the socket is back if
    ///     there is none now. Cancelled if the session cannot be resumed.
    /// @throws IllegalStateException while there is no session
    public CompletableFuture<FlushResult> flush() {
        synchronized (core) {
            return core.line().flush();
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
        notices.run(() -> started.complete(this));
    }

    void over(ConnectionLost why) {
        notices.run(() -> {
            started.completeExceptionally(new ConnectionLostException(why));
            ended.complete(why);
        });
    }

    void letGo() {
        callbacks.shutdown();
    }
}
