package dev.gatehouse.client;

import dev.gatehouse.model.player.GameFailure;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// At most one step in waiting, done under a lock. To be called under that lock too. A step that was
/// stopped is not done, even if it was already waiting for the lock.
final class Alarm {

    private final Object lock;
    private final ScheduledExecutorService timers;
    private final Consumer<Throwable> onFailure;
    private @Nullable Future<?> pending;
    private long generation;

    /// @param onFailure hears, under the lock, what a step throws. What is fatal gets to the timers as well, which
    ///     keep it to themselves and do the step no more
    Alarm(Object lock, ScheduledExecutorService timers, Consumer<Throwable> onFailure) {
        this.lock = lock;
        this.timers = timers;
        this.onFailure = onFailure;
    }

    /// Does a step later, and nothing that was to be done before.
    void in(Duration pause, Runnable step) {
        stop();
        long mine = generation;
        pending = timers.schedule(() -> ring(mine, step), pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Does a step again and again, with a pause before each.
    void every(Duration pause, Runnable step) {
        stop();
        long mine = generation;
        long nanos = pause.toNanos();
        pending = timers.scheduleWithFixedDelay(() -> ring(mine, step), nanos, nanos, TimeUnit.NANOSECONDS);
    }

    void stop() {
        generation++;
        if (pending != null) {
            pending.cancel(false);
            pending = null;
        }
    }

    private void ring(long mine, Runnable step) {
        synchronized (lock) {
            if (mine == generation) {
                ring(step);
            }
        }
    }

    private void ring(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            onFailure.accept(e);
            GameFailure.rethrowIfFatal(e);
        }
    }
}
