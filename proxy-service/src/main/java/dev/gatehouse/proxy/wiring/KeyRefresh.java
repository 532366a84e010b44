package dev.gatehouse.proxy.wiring;

import dev.gatehouse.proxy.token.KeyRing;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;

/// Keeps the issuers' keys fresh while the service runs: from before the first player may come.
final class KeyRefresh implements SmartLifecycle {

    private static final int BEFORE_THE_WEB_SERVER = 0;

    private final List<KeyRing<?>> rings;
    private final Duration interval;
    private final Scheduler timers;
    private volatile Disposable refreshing = Disposables.disposed();

    KeyRefresh(Collection<? extends KeyRing<?>> rings, Duration interval, Scheduler timers) {
        this.rings = List.copyOf(rings);
        this.interval = interval;
        this.timers = timers;
    }

    @Override
    public void start() {
        refreshing = Flux.interval(Duration.ZERO, interval, timers)
                .onBackpressureDrop()
                .subscribe(_ -> rings.forEach(KeyRing::refresh));
    }

    @Override
    public void stop() {
        refreshing.dispose();
    }

    @Override
    public boolean isRunning() {
        return !refreshing.isDisposed();
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
