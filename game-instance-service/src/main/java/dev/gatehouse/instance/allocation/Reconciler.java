package dev.gatehouse.instance.allocation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Compares, over and over, what providers run with what instances there are and which servers were heard. Every server
/// that no instance needs is taken back; an instance whose server is gone without a word loses it. Every node does; it
/// does no harm to do it twice. Each provider has a thread of its own, so that one which does not answer holds up no
/// other.
public final class Reconciler {

    private final List<Comparison> comparisons;
    private final Executor background;

    /// @param background on which one comparison for each provider is under way at most, and a bounded number of
    ///     servers is given back
    /// @param nanos a monotonic clock
    public Reconciler(
            Providers providers,
            ServerOwners owners,
            AllocationMetrics metrics,
            Executor background,
            LongSupplier nanos) {
        this.background = background;
        this.comparisons = providers.all().stream()
                .map(provider ->
                        new Comparison(provider, owners, metrics, new GivingBack(provider, metrics, background), nanos))
                .toList();
    }

    /// @return the schedule, which goes on until it is cancelled
    public ScheduledFuture<?> start(ScheduledExecutorService timers, Duration every) {
        return timers.scheduleWithFixedDelay(this::turn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Begins a turn of each provider that is not in one still.
    void turn() {
        comparisons.forEach(each -> each.beginOn(background));
    }
}
