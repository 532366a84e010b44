package dev.gatehouse.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/// Time that moves only when a test says so. Hands out one instant source, one monotonic clock, one Reactor scheduler
/// and one executor that agree; whatever is due runs on the thread that calls [#passes].
public final class TestTime implements InstantSource {

    private final VirtualTimeScheduler scheduler = VirtualTimeScheduler.create();
    private final ScheduledExecutorService executor = new TestTimeExecutor(scheduler);
    private final Instant start;

    public TestTime(Instant start) {
        this.start = start;
    }

    /// Starts on the first of January 2030.
    public TestTime() {
        this(Instant.parse("2030-01-01T00:00:00Z"));
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanoTime());
    }

    /// Nanoseconds since this time began: the monotonic clock, in place of `System.nanoTime()`.
    public long nanoTime() {
        return scheduler.now(TimeUnit.NANOSECONDS);
    }

    public Scheduler timers() {
        return scheduler;
    }

    /// Runs at once what has no delay, on the calling thread.
    public ScheduledExecutorService executor() {
        return executor;
    }

    /// Moves on, running all that falls due on the way in its order.
    public void passes(Duration duration) {
        scheduler.advanceTimeBy(duration);
    }
}
