package dev.gatehouse.session.wiring;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks at what operators rule while the service runs, one look at a time.
final class EnforcementLife implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EnforcementLife.class);

    private final Supplier<CompletionStage<Void>> enforcement;
    private final ScheduledExecutorService timers;
    private final Duration interval;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable ScheduledFuture<?> running;

    /// @param enforcement looks once
    EnforcementLife(Supplier<CompletionStage<Void>> enforcement, ScheduledExecutorService timers, Duration interval) {
        this.enforcement = enforcement;
        this.timers = timers;
        this.interval = interval;
    }

    @Override
    public void start() {
        running = timers.scheduleAtFixedRate(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        if (!looking.compareAndSet(false, true)) {
            return;
        }
        try {
            var _ = enforcement.get().whenComplete((_, failure) -> looked(failure));
        } catch (RuntimeException e) {
            looked(e);
        }
    }

    /// A look that fails costs no more than itself: what is thrown here would end all later ones.
    private void looked(@Nullable Throwable failure) {
        looking.set(false);
        if (failure != null) {
            log.error("A look at what operators rule failed", failure);
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
