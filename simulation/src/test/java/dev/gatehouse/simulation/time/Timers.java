package dev.gatehouse.simulation.time;

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

/// The timers of a process, as the JDK's: what is due while the process is paused comes late, and what is
/// repeated at a fixed rate then comes as often as it would have.
final class Timers extends AbstractExecutorService implements ScheduledExecutorService {

    private final Life life;
    private boolean shutdown;

    Timers(Life life) {
        this.life = life;
    }

    @Override
    public void execute(Runnable task) {
        refuseAfterShutdown();
        life.soon(unlessShutdown(task));
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
        return schedule(Executors.callable(task), delay, unit);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
        refuseAfterShutdown();
        var planned = new Planned<>(task, life.now() + unit.toNanos(delay));
        life.at(planned.due, unlessShutdown(planned));
        return planned;
    }

    @Override
    public ScheduledFuture<?> scheduleAtFixedRate(Runnable task, long first, long period, TimeUnit unit) {
        return repeat(task, first, period, unit, true);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(Runnable task, long first, long delay, TimeUnit unit) {
        return repeat(task, first, delay, unit, false);
    }

    private ScheduledFuture<?> repeat(Runnable task, long first, long pause, TimeUnit unit, boolean atRate) {
        refuseAfterShutdown();
        var planned = new Planned<>(Executors.callable(task), life.now() + unit.toNanos(first));
        planned.pause = unit.toNanos(pause);
        planned.atRate = atRate;
        life.at(planned.due, unlessShutdown(planned::again));
        return planned;
    }

    private Runnable unlessShutdown(Runnable task) {
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

    private final class Planned<V> extends FutureTask<V> implements ScheduledFuture<V> {

        private long due;
        private long pause;
        private boolean atRate;

        private Planned(Callable<V> task, long due) {
            super(task);
            this.due = due;
        }

        private void again() {
            if (!isCancelled() && runAndReset()) {
                due = (atRate ? due : life.now()) + pause;
                life.at(due, unlessShutdown(this::again));
            }
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(due - life.now(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
        }
    }
}
