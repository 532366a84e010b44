package dev.gatehouse.testing;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/// The executor's face of [TestTime]: the same queue of timed tasks as its Reactor scheduler.
final class TestTimeExecutor extends AbstractExecutorService implements ScheduledExecutorService {

    private final Scheduler scheduler;
    private volatile boolean shutdown;

    TestTimeExecutor(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void execute(Runnable command) {
        refuseAfterShutdown();
        scheduler.schedule(command);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return schedule(Executors.callable(command), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        var task = new Task<>(callable, delay, unit);
        task.timer = scheduler.schedule(unlessShutdown(task), delay, unit);
        return task;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable command, long initialDelay, long period, TimeUnit unit) {
        var task = new Task<>(Executors.callable(command), initialDelay, unit);
        task.timer = scheduler.schedulePeriodically(unlessShutdown(task::runAgain), initialDelay, period, unit);
        return task;
    }

    /// The same as at a fixed rate: tasks take no time here.
    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
        return scheduleAtFixedRate(command, initialDelay, delay, unit);
    }

    @Override
    public void shutdown() {
        shutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        return shutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return shutdown;
    }

    private Runnable unlessShutdown(Runnable task) {
        refuseAfterShutdown();
        return () -> {
            if (!shutdown) {
                task.run();
            }
        };
    }

    private void refuseAfterShutdown() {
        if (shutdown) {
            throw new RejectedExecutionException("shut down");
        }
    }

    private final class Task<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private final long dueNanos;
        private volatile Disposable timer = () -> {};

        private Task(Callable<V> callable, long delay, TimeUnit unit) {
            super(callable);
            this.dueNanos = scheduler.now(TimeUnit.NANOSECONDS) + unit.toNanos(delay);
        }

        /// Stops for good when a run throws, as the JDK's executors do.
        private void runAgain() {
            if (!runAndReset()) {
                timer.dispose();
            }
        }

        @Override
        protected void done() {
            timer.dispose();
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - scheduler.now(TimeUnit.NANOSECONDS), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
