package dev.gatehouse.instance.wiring;

import dev.gatehouse.instance.allocation.GuardedProvider;
import dev.gatehouse.instance.allocation.Providers;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.LifeEvent.ServerLost;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Starts and stops what goes on by itself.
@Component
class Running implements SmartLifecycle {

    private final List<Turns> turns;
    private final ScheduledExecutorService timers;
    private volatile List<Future<?>> schedules = List.of();

    Running(List<Turns> turns, ScheduledExecutorService timers) {
        this.turns = turns;
        this.timers = timers;
    }

    /// What is done over and over while the service runs.
    interface Turns {

        /// @return the schedule, which goes on until it is cancelled
        Future<?> start(ScheduledExecutorService timers);
    }

    @Override
    public void start() {
        schedules = turns.stream().<Future<?>>map(each -> each.start(timers)).toList();
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
            for (GuardedProvider provider : providers.all()) {
                provider.onExit(exit -> background.execute(
                        () -> life.apply(exit.instanceId(), new ServerLost(exit.serverId(), exit.why()))));
            }
        }
    }
}
