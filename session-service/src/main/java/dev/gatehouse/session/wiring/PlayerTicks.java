package dev.gatehouse.session.wiring;

import dev.gatehouse.session.player.Players;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Lets time pass for the players while the service runs, and lets them go when it stops.
final class PlayerTicks implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PlayerTicks.class);

    private static final Duration TICK = Duration.ofSeconds(1);

    // What a node has for giving its players away: for proxies that do not answer, and for all of it.
    private static final Duration HOLD = Duration.ofSeconds(2);
    private static final Duration GOODBYE = Duration.ofSeconds(8);

    private final Players players;
    private final ScheduledExecutorService timers;
    private volatile @Nullable ScheduledFuture<?> ticking;

    PlayerTicks(Players players, ScheduledExecutorService timers) {
        this.players = players;
        this.timers = timers;
    }

    @Override
    public void start() {
        ticking = timers.scheduleAtFixedRate(this::tick, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// What is thrown here would end all later ticks.
    private void tick() {
        try {
            players.tick();
        } catch (RuntimeException e) {
            log.error("A tick of the players failed", e);
        }
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable done) {
        var running = ticking;
        ticking = null;
        if (running != null) {
            running.cancel(false);
        }
        var hurry = timers.schedule(players::hurry, HOLD.toMillis(), TimeUnit.MILLISECONDS);
        var _ = players.departAll()
                .toCompletableFuture()
                .orTimeout(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((_, failure) -> {
                    hurry.cancel(false);
                    if (failure != null) {
                        log.warn("Not every player was let go: {}", failure.toString());
                        players.endAll();
                    }
                    done.run();
                });
    }

    @Override
    public boolean isRunning() {
        return ticking != null;
    }

    /// Stops after the node was withdrawn, while the link is still open for the last frames.
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 1;
    }
}
