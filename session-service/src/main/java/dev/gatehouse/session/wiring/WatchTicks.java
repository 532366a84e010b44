package dev.gatehouse.session.wiring;

import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.session.document.DocumentWatches;
import dev.gatehouse.session.topic.TopicProperties;
import dev.gatehouse.session.topic.Watches;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Looks now and then for what the bus may have lost, for what could not be read, and for members whose node is gone.
final class WatchTicks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WatchTicks.class);

    private final Watches watches;
    private final DocumentWatches documents;
    private final TopicProperties limits;
    private final NodeDirectory nodes;
    private final ScheduledExecutorService timers;
    private final LongSupplier nanos;
    private volatile @Nullable ScheduledFuture<?> ticking;

    WatchTicks(
            Watches watches,
            DocumentWatches documents,
            TopicProperties limits,
            NodeDirectory nodes,
            ScheduledExecutorService timers,
            LongSupplier nanos) {
        this.watches = watches;
        this.documents = documents;
        this.limits = limits;
        this.nodes = nodes;
        this.timers = timers;
        this.nanos = nanos;
    }

    @Override
    public void start() {
        long millis = limits.catchUp().toMillis();
        ticking = timers.scheduleAtFixedRate(this::tick, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            watches.catchUp();
            documents.catchUp();
            nodes.live(NodeRole.SESSION).whenComplete((alive, failure) -> {
                // Without an answer nobody counts as gone.
                if (failure == null) {
                    var ids = alive.stream().map(NodeRecord::id).collect(Collectors.toSet());
                    watches.sweep(ids, nanos.getAsLong(), limits.forgetAfter().toNanos());
                }
            });
        } catch (RuntimeException e) {
            // A tick that throws would be the last.
            log.error("Topics were not looked after.", e);
        }
    }

    @Override
    public void stop() {
        var running = ticking;
        ticking = null;
        if (running != null) {
            running.cancel(false);
        }
    }

    @Override
    public boolean isRunning() {
        return ticking != null;
    }
}
