package dev.gatehouse.instance.allocation;

import dev.gatehouse.model.id.ServerId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/// Gives servers that are no instance's back to one provider, in the background: each of them once at a time, and a few
/// at once, so that those who want servers of it find it free. Safe to use from several threads.
final class GivingBack {

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
    void begin(ServerId server, Verdict why) {
        if (underWay.add(server)) {
            background.execute(() -> giveBack(server, why));
        }
    }

    private void giveBack(ServerId server, Verdict why) {
        try {
            free.acquire();
            try {
                if (Route.deallocate(provider, server)) {
                    metrics.reclaimed(why);
                }
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            // The service stops; what is left over is found by another node, or by the next one.
            Thread.currentThread().interrupt();
        } finally {
            underWay.remove(server);
        }
    }
}
