package dev.gatehouse.instance.life.redis;

import static dev.gatehouse.registry.RegistryAnswers.await;

import dev.gatehouse.instance.life.Instances;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.Offspring;
import dev.gatehouse.registry.instance.Offspring.Count.Counts;
import dev.gatehouse.registry.instance.Offspring.Count.Full;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sees to it that no more live instances come from one game server than may. An instance counts before it is stored
/// and until it is over; one that no game server created counts nowhere, and costs nothing here.
final class OffspringCount {

    private static final Logger LOG = LoggerFactory.getLogger(OffspringCount.class);

    /// Longer than anybody takes to store an instance once it counts.
    private static final Duration TRUSTED = Duration.ofMinutes(1);

    private final Offspring offspring;
    private final Function<Collection<InstanceId>, Stream<Stored>> load;
    private final int most;

    /// @param load gives those that are there
    OffspringCount(Offspring offspring, Function<Collection<InstanceId>, Stream<Stored>> load, int most) {
        this.offspring = offspring;
        this.load = load;
        this.most = most;
    }

    /// Before an instance is stored.
    ///
    /// @return false where it may not be
    boolean admits(InstanceRecord made) {
        var root = made.origin().root();
        return root == null || admits(root, made.id());
    }

    private boolean admits(ServerId root, InstanceId made) {
        return switch (count(root, made)) {
            case Counts _ -> true;
            case Full(var doubted, var at) -> {
                var gone = goneOf(root, doubted);
                yield !gone.isEmpty()
                        && await(offspring.forgetDoubted(root, gone, at)) > 0
                        && count(root, made) instanceof Counts;
            }
        };
    }

    private Offspring.Count count(ServerId root, InstanceId made) {
        return await(offspring.count(root, made, most, TRUSTED));
    }

    /// Those that were never stored, as whoever counted them stopped before it did.
    private Collection<InstanceId> goneOf(ServerId root, List<InstanceId> doubted) {
        var gone = new HashSet<>(doubted);
        gone.removeAll(liveOf(root, doubted));
        return gone;
    }

    private Collection<InstanceId> liveOf(ServerId root, Collection<InstanceId> ids) {
        return load.apply(ids)
                .map(Stored::instance)
                .filter(there -> root.equals(there.origin().root()) && !Instances.isOver(there))
                .map(InstanceRecord::id)
                .collect(Collectors.toSet());
    }

    /// Where an instance was not stored after all, as there is one of its id: that may count itself.
    void wasThere(InstanceRecord made) {
        var root = made.origin().root();
        if (root != null && liveOf(root, List.of(made.id())).isEmpty()) {
            forget(root, made.id());
        }
    }

    /// Once an instance is over. What goes wrong here is made good before it is released.
    void over(InstanceRecord ended) {
        var root = ended.origin().root();
        if (root != null) {
            forget(root, ended.id());
        }
    }

    private void forget(ServerId root, InstanceId id) {
        var _ = offspring.forget(root, id).exceptionally(failure -> {
            LOG.warn("instance {} counts on for game server {}: {}", id, root, failure.toString());
            return false;
        });
    }

    /// Before an instance is released: nobody looks after it any more then.
    void beforeRelease(InstanceRecord ended) {
        var root = ended.origin().root();
        if (root != null) {
            await(offspring.forget(root, ended.id()));
        }
    }
}
