package dev.gatehouse.instance.allocation;

import dev.gatehouse.model.id.ServerId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives servers that are no instance's back to one provider, in the background: each of them once at a time, and a few
/// at once, so that those who want servers of it find it free. Safe to use from several threads.
final class GivingBack {

    private static final Logger LOG = LoggerFactory.getLogger(GivingBack.class);

    private final GuardedProvider provider;
    private final AllocationMetrics metrics;
    private final Executor background;
    private final Semaphore free;
    private final Set<ServerId> underWay = ConcurrentHashMap.newKeySet(); // Those that wait for their turn included.

    GivingBack(GuardedProvider provider, AllocationMetrics metrics, Executor background) {
        this.provider = provider;
        this.metrics = metrics;
        this.background = background;
        this.free = new Semaphore(provider.aFewAtOnce());
    }

    /// Begins, unless that has begun and is not over.
    ///
    /// @param isStill whether the server is no instance's when its turn comes; may fail
    void begin(ServerId server, Verdict why, BooleanSupplier isStill) {
        if (underWay.add(server)) {
            background.execute(() -> giveBack(server, why, isStill));
        }
    }

    private void giveBack(ServerId server, Verdict why, BooleanSupplier isStill) {
        try {
            free.acquire();
            try {
                if (isStill.getAsBoolean() && Route.deallocate(provider, server)) {
                    metrics.reclaimed(why);
                }
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            // The service stops; what is left over is found by another node, or by the next one.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("game server {} is kept until the next comparison: {}", server, e.toString());
        } finally {
            underWay.remove(server);
        }
    }
}
