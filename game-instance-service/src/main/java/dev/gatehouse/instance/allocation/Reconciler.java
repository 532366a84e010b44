package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.Instances;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares what providers run with what instances there are, and gives back every server that no instance
/// needs. An instance names its server before the provider is asked, so a server that it does not name is
/// nobody's.
public final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final Providers providers;
    private final InstanceStore store;

    public Reconciler(Providers providers, InstanceStore store) {
        this.providers = providers;
        this.store = store;
    }

    /// @return the schedule, which goes on until it is cancelled
    public ScheduledFuture<?> start(ScheduledExecutorService timers, Duration every) {
        return timers.scheduleWithFixedDelay(this::turn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void turn() {
        try {
            providers.all().forEach(this::compare);
        } catch (RuntimeException e) {
            // The schedule must go on: the store or the provider may be back at the next turn.
            LOG.warn("comparing servers with instances failed: {}", e.toString());
        }
    }

    private void compare(GameServerProvider provider) {
        for (RunningServer running : provider.list()) {
            try {
                compare(provider, running);
            } catch (RegistryUnavailableException e) {
                throw e;
            } catch (RuntimeException e) {
                // Kept where its instance cannot be read, such as one that only a newer version can read.
                LOG.warn("game server {} cannot be compared: {}", running.serverId(), e.toString());
            }
        }
    }

    private void compare(GameServerProvider provider, RunningServer running) {
        var instance = store.load(running.instanceId()).map(InstanceStore.Stored::instance);
        if (!isNeeded(running, instance)) {
            LOG.warn("game server {} is no instance's: given back", running.serverId());
            provider.deallocate(running.serverId());
        }
    }

    /// The server of an ended instance is needed until its end has been dealt with, which takes it back.
    static boolean isNeeded(RunningServer running, Optional<InstanceRecord> instance) {
        return instance.filter(found -> !(Instances.isOver(found) && found.released()))
                .map(InstanceRecord::server)
                .filter(server -> server.serverId().equals(running.serverId()))
                .isPresent();
    }
}
