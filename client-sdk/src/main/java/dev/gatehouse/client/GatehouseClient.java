package dev.gatehouse.client;

import dev.gatehouse.client.device.Probe;
import dev.gatehouse.client.transport.Transport;
import dev.gatehouse.client.websocket.WebSocketTransport;
import dev.gatehouse.model.player.PlayerModel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// The way into a game. One is enough for any number of sessions. Safe to use from any thread.
public final class GatehouseClient implements AutoCloseable {

    private final World world;
    private final Supplier<ExecutorService> callbackThreads;

    /// Those that are not over.
    private final Set<ClientSession<?>> sessions = ConcurrentHashMap.newKeySet();

    GatehouseClient(World world, Supplier<ExecutorService> callbackThreads) {
        this.world = world;
        this.callbackThreads = callbackThreads;
    }

    /// A client over the JDK's WebSocket.
    ///
    /// @param nanoTime a monotonic clock, `System::nanoTime`
    /// @param random for the jitter of reconnections; may be used by several threads, one at a time
    public static GatehouseClient create(LongSupplier nanoTime, RandomGenerator random) {
        return create(new WebSocketTransport(), nanoTime, random);
    }

    /// A client over a transport of the caller's own, which it closes with itself.
    public static GatehouseClient create(Transport transport, LongSupplier nanoTime, RandomGenerator random) {
        return create(transport, nanoTime, random, Probe.NONE);
    }

    /// A client that can tell a player without internet from a server that is down.
    public static GatehouseClient create(
            Transport transport, LongSupplier nanoTime, RandomGenerator random, Probe probe) {
        return create(transport, nanoTime, random, probe, ClientThreads.usual());
    }

    /// A client whose work is done where the caller says, such as on the game's own loop.
    public static GatehouseClient create(
            Transport transport, LongSupplier nanoTime, RandomGenerator random, Probe probe, ClientThreads threads) {
        return new GatehouseClient(
                new World(transport, threads.timers(), nanoTime, random, probe), threads.listeners());
    }

    /// Begins to connect, and goes on until the session runs or cannot; then keeps it running.
    ///
    /// @param listener hears of everything, from before this returns
    public <M extends PlayerModel> ClientSession<M> connect(
            ClientSettings settings, ClientGame<M> game, ClientListener<M> listener) {
        var session = new ClientSession<>(settings, game, listener, world, callbackThreads.get());
        sessions.add(session);
        var _ = session.ended().thenRun(() -> sessions.remove(session));
        session.connect();
        return session;
    }

    /// Ends every session, and drops every socket that is still open: what a session was about to send
    /// may be lost, unless it is closed before.
    @Override
    public void close() {
        sessions.forEach(ClientSession::close);
        world.timers().shutdownNow();
        world.transport().close();
    }
}
