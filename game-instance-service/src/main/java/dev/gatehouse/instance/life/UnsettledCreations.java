package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Creations of which nobody knows whether they were stored, as the answer was lost. Goes on with those that were, once
/// the store answers again: whoever asks with the same key hears that the instance is there, and nobody else would
/// ever ask for its server. Safe to use from any thread.
public final class UnsettledCreations {

    /// At most so many wait; what comes beyond is over once its time to get a server is.
    static final int MAX = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(UnsettledCreations.class);

    private final InstanceStore store;
    private final BlockingQueue<Unsettled> waiting = new ArrayBlockingQueue<>(MAX);

    public UnsettledCreations(InstanceStore store) {
        this.store = store;
    }

    /// @param goOn what the instance calls for where it was stored; run once, or never
    private record Unsettled(InstanceRecord made, Runnable goOn) {}

    /// How many wait.
    public int size() {
        return waiting.size();
    }

    /// @return the schedule, which goes on until it is cancelled
    public ScheduledFuture<?> start(ScheduledExecutorService timers, Duration every) {
        return timers.scheduleWithFixedDelay(this::turn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// @param goOn what the instance calls for where it was stored; does not wait
    void add(InstanceRecord made, Runnable goOn) {
        if (!waiting.offer(new Unsettled(made, goOn))) {
            LOG.warn("nobody will ask for a server for instance {}, if it was stored", made.id());
        }
    }

    /// Tries each of those that wait, once: on a cluster one part of the store may be away.
    void turn() {
        for (int left = waiting.size(); left > 0; left--) {
            var next = waiting.poll();
            if (next != null) {
                attempt(next);
            }
        }
    }

    private void attempt(Unsettled creation) {
        try {
            settle(creation);
        } catch (RegistryUnavailableException e) {
            add(creation.made(), creation.goOn());
        } catch (RuntimeException e) {
            LOG.warn("instance {} cannot be gone on with", creation.made().id(), e);
        }
    }

    private void settle(Unsettled creation) {
        var made = creation.made();
        boolean isAsItWasMade = store.load(made.id())
                .map(Stored::instance)
                .filter(now -> now.state() == made.state() && serverOf(now).equals(serverOf(made)))
                .isPresent();
        if (isAsItWasMade) {
            creation.goOn().run();
        }
    }

    // Each attempt to create an instance has a server of its own.
    private static Optional<ServerId> serverOf(InstanceRecord instance) {
        return Optional.ofNullable(instance.server()).map(AllocatedServer::serverId);
    }
}
