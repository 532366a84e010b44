package dev.gatehouse.benchmarks.crowd;

import dev.gatehouse.benchmarks.tool.Deadline;
import dev.gatehouse.client.ClientGame;
import dev.gatehouse.client.ClientListener;
import dev.gatehouse.client.ClientSession;
import dev.gatehouse.client.ClientSettings;
import dev.gatehouse.client.ConnectionLost;
import dev.gatehouse.client.GatehouseClient;
import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.goldrush.player.Player;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One of the crowd. Its fields are written by the listener's thread and read by the crowd's.
final class Newcomer implements ClientListener<Player>, AutoCloseable {

    private static final ClientGame<Player> GAME = new ClientGame<>(Goldrush.ID, Goldrush.MODEL);

    private final LongSupplier nanoTime;
    private final Runnable changed;
    private final ClientSession<Player> session;
    private volatile long startedAt;
    private volatile long endedAt;

    @Nullable
    private volatile ConnectionLost end;

    /// Begins to connect.
    ///
    /// @param changed called when this one is out
    Newcomer(GatehouseClient client, ClientSettings settings, LongSupplier nanoTime, Runnable changed) {
        this.nanoTime = nanoTime;
        this.changed = changed;
        this.session = client.connect(settings, GAME, this);
    }

    @Override
    public void onStarted(ClientSession<Player> started) {
        startedAt = nanoTime.getAsLong();
    }

    @Override
    public void onEnded(ConnectionLost why) {
        endedAt = nanoTime.getAsLong();
        end = why;
        changed.run();
    }

    /// How it ended; null while it has not.
    @Nullable
    ConnectionLost end() {
        return end;
    }

    long startedAt() {
        return startedAt;
    }

    long endedAt() {
        return endedAt;
    }

    /// Whether the server still answers this one.
    boolean plays(Deadline deadline) throws InterruptedException {
        try {
            deadline.await(session.started());
            deadline.await(session.flush());
            return true;
        } catch (ExecutionException | TimeoutException | IllegalStateException _) {
            return false;
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
