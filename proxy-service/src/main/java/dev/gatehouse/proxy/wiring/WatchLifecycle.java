package dev.gatehouse.proxy.wiring;

import dev.gatehouse.proxy.link.websocket.Links;
import dev.gatehouse.proxy.routing.NodeWatch;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;

/// Watches the live nodes while the service runs: from before the first player may come until the last one is gone.
final class WatchLifecycle implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WatchLifecycle.class);
    private static final int BEFORE_THE_WEB_SERVER = 0;

    private final NodeWatch watch;
    private final Links links;
    private final Duration interval;
    private final Scheduler timers;
    private volatile Disposable watching = Disposables.disposed();

    WatchLifecycle(NodeWatch watch, Links links, Duration interval, Scheduler timers) {
        this.watch = watch;
        this.links = links;
        this.interval = interval;
        this.timers = timers;
    }

    @Override
    public void start() {
        watching = watch.watch(interval, timers)
                .subscribe(_ -> {}, failure -> log.error("The live nodes are not watched any more", failure));
    }

    @Override
    public void stop() {
        watching.dispose();
        links.close();
    }

    @Override
    public boolean isRunning() {
        return !watching.isDisposed();
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
