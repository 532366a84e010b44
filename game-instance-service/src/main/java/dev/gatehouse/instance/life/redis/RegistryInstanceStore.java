package dev.gatehouse.instance.life.redis;

import static dev.gatehouse.registry.RegistryAnswers.await;

import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.instance.life.Instances;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.RegistryAnswers;
import dev.gatehouse.registry.instance.GameInstances;
import dev.gatehouse.registry.instance.GameInstances.Change;
import dev.gatehouse.registry.instance.GameInstances.Glance;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.LinkTerm;
import dev.gatehouse.registry.instance.Offspring;
import dev.gatehouse.registry.instance.PlayerInstances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The registry's instances as a store that blocks.
public final class RegistryInstanceStore implements InstanceStore {

    private final GameInstances instances;
    private final PlayerInstances index;
    private final SeatIndex seats;
    private final OffspringCount offspring;

    /// @param most so many live instances may come from one game server
    public RegistryInstanceStore(GameInstances instances, PlayerInstances index, Offspring offspring, int most) {
        this.instances = instances;
        this.index = index;
        this.seats = new SeatIndex(index);
        this.offspring = new OffspringCount(offspring, this::load, most);
    }

    @Override
    public Storing create(InstanceRecord instance, Duration lookIn, Duration heardFor) {
        if (!offspring.admits(instance)) {
            return Storing.TOO_MANY;
        }
        // Sent in one go, so that it takes one round trip, the notes first: an instance that is looked after but was
        // never stored costs one look, one that is stored but never looked after would hang.
        var looked = instances.lookNoLater(instance.id(), lookIn);
        var listed = instances.enlist(instance.gameId(), instance.id());
        var noted = seats.taken(List.of(), instance, firstVersion(instance));
        var created = instances.create(instance, heardFor);
        await(looked);
        await(listed);
        await(noted);
        if (await(created)) {
            return Storing.STORED;
        }
        offspring.wasThere(instance);
        return Storing.WAS_THERE;
    }

    /// A version is microseconds, and this is before the first.
    private static long firstVersion(InstanceRecord created) {
        return TimeUnit.MILLISECONDS.toMicros(created.origin().createdAt());
    }

    @Override
    public Optional<Stored> load(InstanceId id) {
        return await(instances.load(id));
    }

    @Override
    public Map<InstanceId, Glance> glance(Collection<InstanceId> ids) {
        return await(instances.glance(ids));
    }

    @Override
    public Change change(Stored expected, InstanceRecord next, Optional<Duration> lookIn, LinkTerm term) {
        return Instances.isOver(next) ? end(expected, next, lookIn, term) : goOn(expected, next, lookIn, term);
    }

    /// Puts off any look that is due for another reason: what the end calls for is being done already.
    private Change end(Stored was, InstanceRecord next, Optional<Duration> lookIn, LinkTerm term) {
        if (next.released() && !was.instance().released()) {
            offspring.beforeRelease(next);
        }
        var change = await(instances.change(was, next, term));
        if (change instanceof Change.Done(var version)) {
            seats.over(next, version);
            if (!next.released()) {
                offspring.over(next);
            }
            lookAgain(next.id(), lookIn);
        }
        return change;
    }

    /// Sends all in one go. Where the change is refused, the look comes too early and not too late, and a player may be
    /// noted who has no seat.
    private Change goOn(Stored was, InstanceRecord next, Optional<Duration> lookIn, LinkTerm term) {
        var before = was.instance().players();
        var looked = lookIn.map(delay -> instances.lookNoLater(next.id(), delay));
        var noted = seats.taken(before, next, was.version());
        var change = await(instances.change(was, next, term));
        looked.ifPresent(RegistryAnswers::await);
        await(noted);
        if (change instanceof Change.Done(var version)) {
            seats.givenUp(before, next, version);
        }
        return change;
    }

    @Override
    public void lookAgain(InstanceId id, Optional<Duration> lookIn) {
        await(lookIn.map(delay -> instances.lookIn(id, delay)).orElseGet(() -> instances.lookNoMore(id)));
    }

    @Override
    public List<InstanceId> takeDue(int limit, Duration held) {
        return await(instances.takeDue(limit, held));
    }

    @Override
    public Page list(GameId game, Optional<InstanceId> before, int limit) {
        var ids = await(instances.list(game, before, limit));
        var next = ids.size() < limit ? Optional.<InstanceId>empty() : Optional.of(ids.getLast());
        return new Page(load(ids).map(Stored::instance).toList(), next);
    }

    @Override
    public List<InstanceRecord> ofPlayer(PlayerKey player) {
        var found = new ArrayList<InstanceRecord>();
        load(await(index.of(player))).forEach(stored -> {
            var instance = stored.instance();
            boolean isIn = instance.gameId().equals(player.gameId())
                    && instance.seat(player.playerId()).isPresent();
            if (isIn && !Instances.isOver(instance)) {
                found.add(instance);
            } else {
                seats.notIn(instance, player.playerId(), stored.version());
            }
        });
        return found;
    }

    /// Those that are there, asked for all at once: it takes one round trip and not one for each.
    private Stream<Stored> load(Collection<InstanceId> ids) {
        var loading = ids.stream().map(instances::load).toList();
        return loading.stream().map(RegistryAnswers::await).flatMap(Optional::stream);
    }
}
