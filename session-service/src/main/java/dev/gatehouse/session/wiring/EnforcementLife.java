package dev.gatehouse.session.wiring;

import dev.gatehouse.session.operations.Enforcement;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Looks at what operators rule while the service runs, one look at a time.
final class EnforcementLife implements SmartLifecycle {

    private final Enforcement enforcement;
    private final ScheduledExecutorService timers;
    private final Duration interval;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable ScheduledFuture<?> running;

    EnforcementLife(Enforcement enforcement, ScheduledExecutorService timers, Duration interval) {
        this.enforcement = enforcement;
        this.timers = timers;
        this.interval = interval;
    }

    @Override
    public void start() {
        running = timers.scheduleAtFixedRate(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (looking.compareAndSet(false, true)) {
            var _ = enforcement.look().whenComplete((_, _) -> looking.set(false));
        }
    }

    @Override
    public void stop() {
        var now = running;
        running = null;
        if (now != null) {
            now.cancel(false);
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /// Before the first player may come, until the last one is gone.
    @Override
    public int getPhase() {
        return 0;
    }
}
