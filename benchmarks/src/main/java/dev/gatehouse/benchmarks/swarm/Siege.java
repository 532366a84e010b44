package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.tool.Deadline;
import dev.gatehouse.client.ClientGame;
import dev.gatehouse.client.ClientListener;
import dev.gatehouse.client.ClientSettings;
import dev.gatehouse.client.ConnectionLostException;
import dev.gatehouse.client.GatehouseClient;
import dev.gatehouse.client.Timing;
import dev.gatehouse.client.guest.GuestRefusedException;
import dev.gatehouse.goldrush.player.Goldrush;
import dev.gatehouse.goldrush.player.Player;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Newcomers who come while a process is paused, one after the other at an even pace and each only once, and what the
/// other processes hold in threads before and after.
final class Siege {

    private static final Duration BETWEEN_KNOCKS = Duration.ofMillis(500);
    private static final ClientGame<Player> GAME = new ClientGame<>(Goldrush.ID, Goldrush.MODEL);

    /// One attempt, and no other.
    private static final Timing ONCE = Timing.USUAL.with(
            new Timing.Reconnect(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(1), Duration.ZERO));

    private final Victim victim;
    private final GatehouseClient client;
    private final Queue<ClientSettings> accounts = new ConcurrentLinkedQueue<>();
    private final Deadline deadline;
    private final CompletableFuture<SiegeReport> report = new CompletableFuture<>();

    /// @param client of all newcomers
    Siege(Victim victim, GatehouseClient client, Deadline deadline) {
        this.victim = victim;
        this.client = client;
        this.deadline = deadline;
    }

    /// Makes the newcomers' accounts, which could not be made later. Blocks.
    void prepare(Guests guests) throws GuestRefusedException {
        for (long i = victim.pause().dividedBy(BETWEEN_KNOCKS); i > 0; i--) {
            accounts.add(guests.newcomer().with(ONCE));
        }
    }

    /// Pauses the victim. Returns at once.
    ///
    /// @return done when it goes on
    CompletionStage<?> begin() {
        var before = Threads.beside(victim);
        var goesOn = victim.end();
        report.completeAsync(
                () -> report(before, goesOn.toCompletableFuture()),
                task -> Thread.ofVirtual().name("siege").start(task));
        return goesOn;
    }

    /// Waits for its end.
    ///
    /// @return empty if it has not begun, or is not over in time
    Optional<Observation> report() throws InterruptedException {
        try {
            return Optional.of(deadline.await(report));
        } catch (ExecutionException | TimeoutException _) {
            return Optional.empty();
        }
    }

    private SiegeReport report(Threads before, CompletableFuture<?> goesOn) {
        var knocks = new ArrayList<CompletableFuture<Knock>>();
        for (var account = accounts.poll(); account != null && !goesOn.isDone(); account = accounts.poll()) {
            knocks.add(knock(account));
            LockSupport.parkNanos(BETWEEN_KNOCKS.toNanos());
        }
        goesOn.join();
        var after = Threads.beside(victim);
        return new SiegeReport(knocks.stream().map(CompletableFuture::join).toList(), before, after);
    }

    private CompletableFuture<Knock> knock(ClientSettings settings) {
        long begun = deadline.now();
        var session = client.connect(settings, GAME, new ClientListener<>() {});
        return session.started().handle((_, failure) -> {
            session.close();
            return new Knock(deadline.now() - begun, code(failure));
        });
    }

    private static int code(@Nullable Throwable failure) {
        return switch (failure) {
            case null -> Knock.LET_IN;
            case CompletionException wrapped -> code(wrapped.getCause());
            case ConnectionLostException lost -> lost.why().code();
            default -> throw new IllegalStateException(failure);
        };
    }
}
