package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.tool.Deadline;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// What happens to the server in the middle of the play: when every guest is in and half of all flushes are answered,
/// it strikes once. Safe to use from any thread.
final class Blow {

    /// Does nothing and holds nobody up.
    static final Blow NONE = new Blow(0, Long.MAX_VALUE, () -> {}, () -> 0);

    private final CountDownLatch out;
    private final AtomicLong flushesToGo;
    private final Runnable strike;
    private final LongSupplier nanoTime;
    private volatile long at;

    /// @param guests who must all be in before anybody plays
    /// @param flushes after so many answers it strikes
    Blow(int guests, long flushes, Runnable strike, LongSupplier nanoTime) {
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
            strike.run();
        }
    }

    boolean hasStruck() {
        return flushesToGo.get() <= 0 && at != 0;
    }

    /// How long after the blow this is.
    ///
    /// @param moment on the clock of this, not before the blow
    Duration since(long moment) {
        return Duration.ofNanos(moment - at);
    }
}
