package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.allocation.GameServerProvider;
import dev.gatehouse.instance.allocation.Providers;
import dev.gatehouse.instance.allocation.Reconciler;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.LifeEvent.ServerLost;
import dev.gatehouse.instance.life.Sweeper;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Starts and stops what goes on by itself.
@Component
class Running implements SmartLifecycle {

    private final Sweeper sweeper;
    private final Reconciler reconciler;
    private final InstanceProperties settings;
    private final ScheduledExecutorService timers;
    private volatile List<Future<?>> schedules = List.of();

    Running(Sweeper sweeper, Reconciler reconciler, InstanceProperties settings, ScheduledExecutorService timers) {
        this.sweeper = sweeper;
        this.reconciler = reconciler;
        this.settings = settings;
        this.timers = timers;
    }

    @Override
    public void start() {
        schedules = List.of(
                sweeper.start(timers, settings.sweepEvery()), reconciler.start(timers, settings.reconcileEvery()));
    }

    @Override
    public void stop() {
        schedules.forEach(schedule -> schedule.cancel(false));
        schedules = List.of();
    }

    @Override
    public boolean isRunning() {
        return !schedules.isEmpty();
    }

    /// Listens for servers that go by themselves, before the first one is asked for.
    @Component
    static class Exits {

        Exits(Providers providers, InstanceLife life, ExecutorService background) {
            for (GameServerProvider provider : providers.all()) {
                provider.onExit(
                        exit -> background.execute(() -> life.apply(exit.instanceId(), new ServerLost(exit.why()))));
            }
        }
    }
}
