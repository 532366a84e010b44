package dev.gatehouse.registry.node;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in the registry that this node lives, three times per ttl, until it is withdrawn.
public final class Announcement {

    private static final Logger log = LoggerFactory.getLogger(Announcement.class);

    private final NodeDirectory directory;
    private final ScheduledExecutorService timers;
    private final Duration ttl;

    /// Set while the node is announced; guarded by this object's lock.
    private @Nullable ScheduledFuture<?> repetition;

    private @Nullable NodeRecord announced;

    /// Whether the registry could not be told the last time.
    private final AtomicBoolean missing = new AtomicBoolean();

    public Announcement(NodeDirectory directory, ScheduledExecutorService timers, Duration ttl) {
        this.directory = directory;
        this.timers = timers;
        this.ttl = ttl;
    }

    public synchronized void start(NodeRecord node) {
        announced = node;
        repetition = timers.scheduleAtFixedRate(() -> announce(node), 0, ttl.toMillis() / 3, TimeUnit.MILLISECONDS);
    }

    /// Withdraws the node, so that nobody looks for it here any more.
    public synchronized CompletionStage<Void> stop() {
        var node = announced;
        if (repetition == null || node == null) {
            return CompletableFuture.completedFuture(null);
        }
        repetition.cancel(false);
        repetition = null;
        return directory.withdraw(node.id());
    }

    private void announce(NodeRecord node) {
        directory.announce(node, ttl).whenComplete((_, failure) -> {
            // Said when it changes, not every few seconds for as long as the registry is away.
            if (failure != null && !missing.getAndSet(true)) {
                log.warn("This node cannot be announced: {}", failure.toString());
            } else if (failure == null && missing.getAndSet(false)) {
                log.info("This node is announced again.");
            }
        });
    }
}
