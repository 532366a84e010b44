package dev.gatehouse.launcher.demo;

import dev.gatehouse.client.ClientGame;
import dev.gatehouse.client.ClientListener;
import dev.gatehouse.client.ClientSession;
import dev.gatehouse.client.ClientSettings;
import dev.gatehouse.client.ConnectionLost;
import dev.gatehouse.client.Credentials;
import dev.gatehouse.client.GatehouseClient;
import dev.gatehouse.client.Timing;
import dev.gatehouse.client.Timing.Reconnect;
import dev.gatehouse.client.calls.CallFailedException;
import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.goldrush.player.Player;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A player with the game's client in her hand: what she hears, and patience.
final class PlayerAtPlay implements ClientListener<Player>, AutoCloseable {

    private static final long PATIENCE_NANOS = Duration.ofSeconds(15).toNanos();
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(20).toNanos();
    private static final Reconnect SOON = new Reconnect(
            Duration.ofMillis(300), Duration.ofMillis(500), Duration.ofSeconds(2), Duration.ofSeconds(30));

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<Action<Player>> serverActions = new CopyOnWriteArrayList<>();
    private final List<GameInstance> instances = new CopyOnWriteArrayList<>();
    private final ClientSession<Player> session;

    private PlayerAtPlay(GatehouseClient client, ClientSettings settings) {
        this.session = client.connect(settings, new ClientGame<>(Goldrush.ID, Goldrush.MODEL), this);
    }

    /// Connects and waits until the session runs.
    ///
    /// @param server `ws://`, host and port
    static PlayerAtPlay join(GatehouseClient client, URI server, Credentials credentials) throws InterruptedException {
        var settings = ClientSettings.of(server, credentials).with(Timing.USUAL.with(SOON));
        var player = new PlayerAtPlay(client, settings);
        player.await("a session", () -> player.session.started().isDone());
        if (player.session.started().isCompletedExceptionally()) {
            throw new BrokenStoryException("she was not let in: " + player.ending());
        }
        return player;
    }

    ClientSession<Player> session() {
        return session;
    }

    Player model() {
        return session.player();
    }

    /// Sends what was run, and waits until the server has it.
    void flush() throws InterruptedException {
        var done = session.flush();
        await("the answer to a flush", done::isDone);
        if (done.isCompletedExceptionally()) {
            throw new BrokenStoryException("the server did not take the flush: " + ending());
        }
    }

    /// How many actions of the server's were executed here.
    int serverActions() {
        return serverActions.size();
    }

    /// What was said of this kind about an instance.
    Optional<GameInstance> heard(InstanceEvent event, String instanceId) {
        return instances.stream()
                .filter(found ->
                        found.event() == event && found.instanceId().value().equals(instanceId))
                .findFirst();
    }

    /// @throws BrokenStoryException if it does not come true within fifteen seconds
    void await(String what, BooleanSupplier condition) throws InterruptedException {
        lock.lock();
        try {
            long left = PATIENCE_NANOS;
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    throw new BrokenStoryException("she waited in vain for " + what + "; " + ending());
                }
                // Not everything that is waited for is announced, so it is looked at again in any case.
                left -= LOOK_AGAIN_NANOS - Math.max(0, news.awaitNanos(LOOK_AGAIN_NANOS));
            }
        } finally {
            lock.unlock();
        }
    }

    /// Waits for what the server says to something that was asked.
    ///
    /// @throws BrokenStoryException if it is refused
    <T extends @Nullable Object> T answer(String what, CompletableFuture<T> asked) throws InterruptedException {
        await(what, asked::isDone);
        try {
            return asked.join();
        } catch (CompletionException e) {
            throw new BrokenStoryException(what + " was refused: " + e.getCause(), e);
        }
    }

    /// Waits for what the server says to something that it refuses.
    ///
    /// @return the code
    String refusal(CompletableFuture<?> asked) throws InterruptedException {
        await("an answer", asked::isDone);
        return asked.isCompletedExceptionally() && asked.exceptionNow() instanceof CallFailedException refused
                ? refused.error().code()
                : "nothing";
    }

    /// Waits for the end of the session.
    ConnectionLost awaitEnd() throws InterruptedException {
        await("the end of the session", () -> session.ended().isDone());
        return session.ended().join();
    }

    @Override
    public void onServerAction(ActionMode mode, Action<Player> action, String result) {
        serverActions.add(action);
        announce();
    }

    @Override
    public void onGameInstance(GameInstance told) {
        instances.add(told);
        announce();
    }

    @Override
    public void onResumed(ClientSession<Player> resumed) {
        announce();
    }

    private void announce() {
        lock.lock();
        try {
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private String ending() {
        if (!session.ended().isDone()) {
            return "her session still runs";
        }
        ConnectionLost why = session.ended().join();
        return "her session ended with %d %s: %s".formatted(why.code(), why.name(), why.text());
    }

    /// Leaves in order; waits until she is gone.
    @Override
    public void close() {
        session.close();
        var _ = session.ended().completeOnTimeout(null, 5, TimeUnit.SECONDS).join();
    }
}
