package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.tool.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// What happens to the server in the middle of the play: when every guest is in and half of all flushes are answered,
/// it strikes once. Safe to use from any thread.
final class Blow {

    /// Does nothing and holds nobody up.
    static final Blow NONE = new Blow(0, Long.MAX_VALUE, CompletableFuture::new, () -> 0);

    private final CountDownLatch out;
    private final AtomicLong flushesToGo;
    private final Supplier<? extends CompletionStage<?>> strike;
    private final LongSupplier nanoTime;
    private final CompletableFuture<Duration> gone = new CompletableFuture<>();
    private volatile long at;

    /// @param guests who must all be in before anybody plays
    /// @param flushes after so many answers it strikes
    /// @param strike may not block; done when what it hit is gone
    Blow(int guests, long flushes, Supplier<? extends CompletionStage<?>> strike, LongSupplier nanoTime) {
        this.out = new CountDownLatch(guests);
        this.flushesToGo = new AtomicLong(flushes);
        this.strike = strike;
        this.nanoTime = nanoTime;
    }

    /// One guest more is in, or will never be.
    void isIn() {
        out.countDown();
    }

    void awaitOthers(Deadline deadline) throws InterruptedException {
        // Out of time is found at the next flush.
        var _ = out.await(Math.max(0, deadline.at() - deadline.now()), TimeUnit.NANOSECONDS);
    }

    /// One flush more is answered.
    void flushed() {
        if (flushesToGo.decrementAndGet() == 0) {
            // The moment comes first: nobody may be back before it.
            at = nanoTime.getAsLong();
            var _ = strike.get().thenRun(() -> gone.complete(since(nanoTime.getAsLong())));
        }
    }

    boolean hasStruck() {
        return flushesToGo.get() <= 0 && at != 0;
    }

    /// Waits for what it hit to be gone.
    ///
    /// @return how long after the blow that was; empty where it has not struck, or that is still there
    Optional<Duration> awaitGone(Deadline deadline) throws InterruptedException {
        try {
            return hasStruck() ? Optional.of(deadline.await(gone)) : Optional.empty();
        } catch (ExecutionException | TimeoutException _) {
            return Optional.empty();
        }
    }

    /// How long after the blow this is.
    ///
    /// @param moment on the clock of this, not before the blow
    Duration since(long moment) {
        return Duration.ofNanos(moment - at);
    }
}
