package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.tool.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/// Watches how a session node that was paused for longer than its leases lets go of its players, by what it counts
/// itself.
final class Fencing {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Victim victim;
    private final NodeMetrics metrics;
    private final Deadline deadline;
    private final CompletableFuture<Seen> seen = new CompletableFuture<>();
    private long before;
    private volatile boolean enough;

    /// @param fenced players since it was first looked at
    /// @param latency of the last of them
    private record Seen(long fenced, Duration latency) {}

    /// @param metrics of the victim
    Fencing(Victim victim, NodeMetrics metrics, Deadline deadline) {
        this.victim = victim;
        this.metrics = metrics;
        this.deadline = deadline;
    }

    /// Takes down what the node has counted until now. Blocks.
    ///
    /// @throws UncheckedIOException if it does not say
    void prepare() {
        before = fenced();
    }

    /// Pauses the victim. Returns at once.
    ///
    /// @return done when it goes on
    CompletionStage<?> begin() {
        var goesOn = victim.end();
        seen.completeAsync(
                () -> watch(goesOn.toCompletableFuture()),
                task -> Thread.ofVirtual().name("fencing").start(task));
        return goesOn;
    }

    /// Looks no longer.
    ///
    /// @param trips of all guests
    /// @return empty if the victim was not paused, or did not go on in time
    Optional<Observation> report(List<Trip> trips) throws InterruptedException {
        enough = true;
        try {
            var last = deadline.await(seen);
            return Optional.of(FencingReport.of(last.fenced(), last.latency(), trips));
        } catch (ExecutionException | TimeoutException _) {
            return Optional.empty();
        }
    }

    private Seen watch(CompletableFuture<?> goesOn) {
        goesOn.join();
        long begun = deadline.now();
        var last = look(new Seen(0, Duration.ZERO), begun);
        while (!enough) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            last = look(last, begun);
        }
        return last;
    }

    private Seen look(Seen last, long begun) {
        long fenced = fenced() - before;
        return fenced == last.fenced() ? last : new Seen(fenced, Duration.ofNanos(deadline.now() - begun));
    }

    private long fenced() {
        try {
            return metrics.fenced();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
