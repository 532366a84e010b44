package dev.gatehouse.instance.pool;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after all pools over and over: has the roster forget who is not heard any more and what was reserved in vain,
/// and ends links on which nobody speaks. Every node does; it does no harm to do it twice. Runs on one thread.
public final class PoolWatch {

    private static final Logger LOG = LoggerFactory.getLogger(PoolWatch.class);

    private final Pools pools;
    private final PoolMetrics metrics;

    public PoolWatch(Pools pools, PoolMetrics metrics) {
        this.pools = pools;
        this.metrics = metrics;
    }

    /// As often as a pool server reports.
    ///
    /// @return the schedule, which goes on until it is cancelled
    public ScheduledFuture<?> start(ScheduledExecutorService timers, PoolRules rules) {
        long every = rules.reportEvery().toMillis();
        return timers.scheduleWithFixedDelay(this::turn, every, every, TimeUnit.MILLISECONDS);
    }

    void turn() {
        for (Pool pool : pools.all()) {
            try {
                pool.endSilentLinks();
                var figures = pool.roster().tend();
                metrics.seen(pool.name(), figures);
                if (figures.lapsed() > 0) {
                    LOG.warn("{} places of pool {} were reserved in vain", figures.lapsed(), pool.name());
                }
            } catch (RuntimeException e) {
                // The schedule and the other pools must go on: the registry may be back at the next turn.
                LOG.warn("pool {} was not looked after: {}", pool.name(), e.toString());
            }
        }
    }
}
