package dev.gatehouse.gameserver;

import dev.gatehouse.model.partner.PooledServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A pool server's place in its pool: a process that runs already, and runs a game server for each
/// instance that it is given.
///
/// Once joined, the connection keeps itself: it reports what runs here as often as the service wants to
/// hear it, and opens a lost link again, at the same address, for as long as it takes. The game
/// servers' own links do not depend on it. Safe to use from any thread.
public final class PoolConnection implements AutoCloseable {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private final PoolLink link;
    private final ScheduledExecutorService timer;
    private @Nullable Future<?> deadline; // Of the drain that goes on, if one does. Guarded by this.

    /// @param timer the link's
    PoolConnection(PoolLink link, ScheduledExecutorService timer) {
        this.link = link;
        this.timer = timer;
    }

    /// Joins the pool. Game servers may be started before this returns.
    ///
    /// @param game run once for each game server
    /// @param chance `new SecureRandom()`: tells this process from others of the same name
    /// @throws GameServerException `unauthenticated` if the key is refused, `already_linked` while
    ///     another process of the same name is there, `unreachable` if nobody answers
    public static PoolConnection join(PoolConfiguration configuration, PooledGame game, RandomGenerator chance) {
        var upgrade = new LinkUpgrade(CONNECT_WITHIN);
        var timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("gatehouse-pool").factory());
        var threads = Thread.ofVirtual().name("gatehouse-game-server-", 1).factory();
        var link = new PoolLink(
                new PoolLink.Identity(configuration.name(), ProcessRun.named(chance)),
                ended -> new PooledServers(game, threads, configuration.places(), ended),
                socket -> upgrade.open(configuration, socket),
                timer,
                chance);
        try {
            link.join();
            return new PoolConnection(link, timer);
        } catch (GameServerException e) {
            link.close();
            throw e;
        }
    }

    /// The game servers that run here.
    public List<PooledServer> running() {
        return link.servers().running();
    }

    /// Has room for another number of game servers from now on. Those that run go on, even where they are more.
    /// Any place at all takes a [#drain] back: nobody is interrupted at its end.
    ///
    /// @param places 0 to 1,000
    public synchronized void offer(int places) {
        PoolConfiguration.checkPlaces(places);
        if (places > 0) {
            forgetDeadline();
        }
        link.offer(places);
    }

    /// Takes no more game servers, until [#offer] says so. Of several drains the last one counts.
    ///
    /// @param within how long those that run may take to end by themselves; then they are interrupted
    /// @return completes when the last one has ended
    public synchronized CompletableFuture<Void> drain(Duration within) {
        offer(0);
        forgetDeadline();
        deadline = timer.schedule(link.servers()::end, within.toMillis(), TimeUnit.MILLISECONDS);
        return link.servers().idle();
    }

    private synchronized void forgetDeadline() {
        if (deadline != null) {
            deadline.cancel(false);
            deadline = null;
        }
    }

    /// Gives its places up, as when its machine is stopped: takes no more game servers, interrupts
    /// those that run, and leaves the pool once the last one has ended. The service hears of each as
    /// it ends, and ends its instance at once. Blocks until then.
    ///
    /// @param within the most that it waits; what has not ended by then is missed by its silence
    public void shutdown(Duration within) {
        try (this) {
            link.leave(within);
        }
    }

    /// Leaves the pool at once, and interrupts the game servers that run here.
    @Override
    public void close() {
        link.close();
        link.servers().end();
    }
}
