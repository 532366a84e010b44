package dev.gatehouse.simulation.time;

import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/// The timers of a process as Reactor wants them.
final class ReactorTimers implements Scheduler {

    private final Life life;

    ReactorTimers(Life life) {
        this.life = life;
    }

    @Override
    public Disposable schedule(Runnable task) {
        return schedule(task, 0, TimeUnit.NANOSECONDS);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        var wanted = Disposables.single();
        life.at(life.now() + unit.toNanos(delay), () -> {
            if (!wanted.isDisposed()) {
                task.run();
            }
        });
        return wanted;
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long first, long period, TimeUnit unit) {
        var wanted = Disposables.single();
        repeat(task, life.now() + unit.toNanos(first), unit.toNanos(period), wanted);
        return wanted;
    }

    private void repeat(Runnable task, long due, long period, Disposable wanted) {
        life.at(due, () -> {
            if (!wanted.isDisposed()) {
                task.run();
                repeat(task, due + period, period, wanted);
            }
        });
    }

    /// The process's monotonic clock: it serves for waiting only.
    @Override
    public long now(TimeUnit unit) {
        return unit.convert(life.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public Worker createWorker() {
        return new OneAfterTheOther();
    }

    /// Ends all that is planned with it.
    private final class OneAfterTheOther implements Worker {

        private final Disposable.Composite planned = Disposables.composite();

        @Override
        public Disposable schedule(Runnable task) {
            return schedule(task, 0, TimeUnit.NANOSECONDS);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            return kept(ReactorTimers.this.schedule(task, delay, unit));
        }

        @Override
        public Disposable schedulePeriodically(Runnable task, long first, long period, TimeUnit unit) {
            return kept(ReactorTimers.this.schedulePeriodically(task, first, period, unit));
        }

        private Disposable kept(Disposable one) {
            planned.add(one);
            return one;
        }

        @Override
        public void dispose() {
            planned.dispose();
        }

        @Override
        public boolean isDisposed() {
            return planned.isDisposed();
        }
    }
}
