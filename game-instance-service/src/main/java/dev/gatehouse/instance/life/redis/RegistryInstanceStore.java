package dev.gatehouse.instance.life.redis;

import static dev.gatehouse.instance.life.redis.RegistryAnswers.await;

import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.Instances;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.instance.GameInstances;
import dev.gatehouse.registry.instance.GameInstances.Change;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.LinkTerm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The registry's instances as a store that blocks.
public final class RegistryInstanceStore implements InstanceStore {

    private final GameInstances instances;

    public RegistryInstanceStore(GameInstances instances) {
        this.instances = instances;
    }

    @Override
    public boolean create(InstanceRecord instance, Duration lookIn, Duration heardFor) {
        // Sent in one go, so that it takes one round trip, the notes first: an instance that is looked after but was
        // never stored costs one look, one that is stored but never looked after would hang.
        var looked = instances.lookNoLater(instance.id(), lookIn);
        var listed = instances.enlist(instance.gameId(), instance.id());
        var created = instances.create(instance, heardFor);
        await(looked);
        await(listed);
        return await(created);
    }

    @Override
    public Optional<Stored> load(InstanceId id) {
        return await(instances.load(id));
    }

    @Override
    public Map<InstanceId, Long> versions(Collection<InstanceId> ids) {
        return await(instances.versions(ids));
    }

    @Override
    public Change change(Stored expected, InstanceRecord next, Optional<Duration> lookIn, LinkTerm term) {
        return Instances.isOver(next) ? end(expected, next, lookIn, term) : goOn(expected, next, lookIn, term);
    }

    /// Puts off any look that is due for another reason: what the end calls for is being done already.
    private Change end(Stored was, InstanceRecord next, Optional<Duration> lookIn, LinkTerm term) {
        var change = await(instances.change(was, next, term));
        if (change instanceof Change.Done) {
            lookAgain(next.id(), lookIn);
        }
        return change;
    }

    /// Sends both in one go. Where the change is refused, the look comes too early and not too late.
    private Change goOn(Stored was, InstanceRecord next, Optional<Duration> lookIn, LinkTerm term) {
        var looked = lookIn.map(delay -> instances.lookNoLater(next.id(), delay));
        var change = await(instances.change(was, next, term));
        looked.ifPresent(RegistryAnswers::await);
        return change;
    }

    @Override
    public void lookAgain(InstanceId id, Optional<Duration> lookIn) {
        await(lookIn.map(delay -> instances.lookIn(id, delay)).orElseGet(() -> instances.lookNoMore(id)));
    }

    @Override
    public List<InstanceId> due(int limit) {
        return await(instances.due(limit));
    }

    @Override
    public List<InstanceRecord> list(GameId game, int limit) {
        // Asked all at once, so that a list takes one round trip and not one for each.
        var loading = await(instances.list(game, limit)).stream()
                .map(id -> instances.load(id).toCompletableFuture())
                .toList();
        var found = new ArrayList<InstanceRecord>();
        for (var each : loading) {
            await(each).ifPresent(stored -> found.add(stored.instance()));
        }
        return found;
    }
}
