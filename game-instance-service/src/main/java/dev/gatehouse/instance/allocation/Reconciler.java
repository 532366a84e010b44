package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.life.Hearing;
import dev.gatehouse.instance.life.InstanceLife;
import dev.gatehouse.instance.life.InstanceLife.Result.Done;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.LifeEvent.ServerLost;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares, over and over, what providers run with what instances there are and which servers were heard. Every server
/// that no instance needs is taken back; an instance whose server is gone without a word loses it. Every node does; it
/// does no harm to do it twice. Runs on one thread.
///
/// One list says little of what is not in it: it may have been read too soon, or from a store that has just come back
/// and knows less than it did. Only what two lists in a row leave out is gone, and none counts while silence says
/// nothing.
public final class Reconciler {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);

    private final Providers providers;
    private final InstanceStore store;
    private final InstanceLife life;
    private final HostClaims claims;
    private final AllocationMetrics metrics;
    private final Hearing hearing;

    /// What was seen of each provider's servers, by its name.
    private final Map<String, Sight> sights = new HashMap<>();

    /// @param there what was listed, and is not known to be gone
    /// @param missed those of them that the last list left out, and that nobody heard
    private record Sight(Set<RunningServer> there, Set<RunningServer> missed) {

        static final Sight NOTHING = new Sight(Set.of(), Set.of());
    }

    public Reconciler(
            Providers providers,
            InstanceStore store,
            InstanceLife life,
            HostClaims claims,
            AllocationMetrics metrics,
            Hearing hearing) {
        this.providers = providers;
        this.store = store;
        this.life = life;
        this.claims = claims;
        this.metrics = metrics;
        this.hearing = hearing;
    }

    /// @return the schedule, which goes on until it is cancelled
    public ScheduledFuture<?> start(ScheduledExecutorService timers, Duration every) {
        return timers.scheduleWithFixedDelay(this::turn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void turn() {
        for (GuardedProvider provider : providers.all()) {
            try {
                compare(provider, provider.list());
            } catch (RuntimeException e) {
                // The schedule and the other providers must go on: this one, or the store, may be back at the next
                // turn.
                LOG.warn("comparing the servers of {} with instances failed: {}", provider.name(), e.toString());
            }
        }
    }

    private void compare(GuardedProvider provider, List<RunningServer> running) {
        for (RunningServer server : running) {
            try {
                compare(provider, server);
            } catch (RegistryUnavailableException e) {
                throw e;
            } catch (RuntimeException e) {
                // Kept where its instance cannot be read, such as one that only a newer version can read.
                LOG.warn("game server {} cannot be compared: {}", server.serverId(), e.toString());
            }
        }
        sights.put(provider.name(), look(sights.getOrDefault(provider.name(), Sight.NOTHING), running));
    }

    private Sight look(Sight before, List<RunningServer> running) {
        var there = new HashSet<>(before.there());
        var missed = new HashSet<RunningServer>();
        if (hearing.isGood()) {
            there.stream()
                    .filter(server -> !running.contains(server) && !isStillHeard(server))
                    .forEach(missed::add);
            missed.stream().filter(before.missed()::contains).forEach(this::lose);
            there.removeIf(server -> missed.contains(server) && before.missed().contains(server));
        }
        there.addAll(running);
        return new Sight(there, missed);
    }

    private void compare(GuardedProvider provider, RunningServer running) {
        var verdict = Verdict.of(running, store.load(running.instanceId()).map(Stored::instance));
        if (verdict != Verdict.NEEDED && !isAnothers(provider, running)) {
            LOG.warn("game server {} is no instance's, {}: given back", running.serverId(), verdict);
            if (Route.deallocate(provider, running.serverId())) {
                metrics.reclaimed(verdict);
            }
        }
    }

    /// A host that gave one server twice would end a game in progress if it were asked to take it back.
    private boolean isAnothers(GuardedProvider provider, RunningServer running) {
        InstanceId holder = claims.claim(provider.name(), running.hostId(), running.instanceId());
        return !holder.equals(running.instanceId())
                && store.load(holder)
                        .filter(each -> !Verdict.isOver(each.instance()))
                        .isPresent();
    }

    /// Whatever its provider says, a server that is heard is there.
    private boolean isStillHeard(RunningServer server) {
        try {
            return store.load(server.instanceId()).filter(Stored::heard).isPresent();
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("whether game server {} is heard cannot be read: {}", server.serverId(), e.toString());
            return true;
        }
    }

    private void lose(RunningServer server) {
        var instance = store.load(server.instanceId()).map(Stored::instance);
        // While one is asked for, whoever asks deals with it.
        boolean awaited = instance.filter(each -> each.state() == InstanceState.ALLOCATING)
                .isPresent();
        if (!awaited && Verdict.of(server, instance) == Verdict.NEEDED) {
            LOG.warn("game server {} of instance {} is gone", server.serverId(), server.instanceId());
            var lost = new ServerLost(server.serverId(), "the provider does not have the server any more");
            var result = life.apply(server.instanceId(), lost);
            if (result instanceof Done done && done.changed()) {
                metrics.vanished();
            }
        }
    }
}
