package dev.gatehouse.registry.wiring;

import dev.gatehouse.registry.node.Announcement;
import dev.gatehouse.registry.node.NodeRecord;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/// Announces this node once its port is open, and withdraws it before anything else stops.
public final class NodeLife implements SmartLifecycle {

    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Announcement announcement;
    private final Supplier<NodeRecord> node;
    private volatile boolean running;

    /// @param node asked when the port is open
    public NodeLife(Announcement announcement, Supplier<NodeRecord> node) {
        this.announcement = announcement;
        this.node = node;
    }

    @Override
    public void start() {
        announcement.start(node.get());
        running = true;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable done) {
        running = false;
        var _ = announcement
                .stop()
                .toCompletableFuture()
                .orTimeout(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, _) -> done.run());
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
