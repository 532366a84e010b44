package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.instance.GameInstances.Change;
import dev.gatehouse.registry.instance.GameInstances.Glance;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.LinkTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A store in memory with links that never end by themselves, safe to use from several threads. A
/// test can let somebody else change an instance just before a change of its own.
public final class InMemoryInstanceStore implements InstanceStore {

    private final LinkedHashMap<InstanceId, Stored> instances = new LinkedHashMap<>();
    private final LinkedHashMap<InstanceId, Duration> looks = new LinkedHashMap<>();
    private final Set<InstanceId> taken = new HashSet<>();
    private int rivals;
    private final Map<InstanceId, String> links = new HashMap<>();
    private final Map<InstanceId, String> runs = new HashMap<>();
    private @Nullable InstanceId unreadable;
    private int loads;
    private boolean isAway;
    private boolean losesAnswers;
    private int mostOffspring = Integer.MAX_VALUE;

    /// The next so many changes come too late.
    public void letOthersBeQuicker(int times) {
        rivals = times;
    }

    /// Puts an instance there that cannot be read, and that is due before all others.
    public void holdUnreadable(InstanceId id) {
        unreadable = id;
        looks.putFirst(id, Duration.ZERO);
    }

    /// Nothing is heard of the instance's server any more.
    public synchronized void silence(InstanceId id) {
        instances.computeIfPresent(id, (_, now) -> new Stored(now.instance(), now.version(), Duration.ZERO, null));
    }

    /// Takes or renews the instance's only link.
    ///
    /// @param run whose link ends with this; null to renew, and to take no other's place
    /// @return false while there is another one
    public synchronized boolean link(InstanceId id, String link, @Nullable String run) {
        if (!mayTake(id, link, run)) {
            return false;
        }
        links.put(id, link);
        if (run != null) {
            runs.put(id, run);
        }
        return true;
    }

    private boolean mayTake(InstanceId id, String link, @Nullable String run) {
        var live = links.get(id);
        return live == null || live.equals(link) || (run != null && run.equals(runs.get(id)));
    }

    /// Gives the link up, if it is this one.
    public synchronized void unlink(InstanceId id, String link) {
        links.remove(id, link);
    }

    /// From now on it stores what is to be created, and its answer to that is lost.
    public synchronized void losesAnswersToCreations() {
        losesAnswers = true;
    }

    /// So many live instances may come from one game server.
    public synchronized void mostOffspring(int most) {
        mostOffspring = most;
    }

    /// Answers nobody who asks what is due or for an instance, until it is back.
    public synchronized void isAway(boolean away) {
        isAway = away;
    }

    /// As where it has gone from the store by itself.
    public synchronized void forget(InstanceId id) {
        instances.remove(id);
        looks.remove(id);
    }

    /// How often an instance was loaded.
    public synchronized int loads() {
        return loads;
    }

    public Optional<Duration> lookOf(InstanceId id) {
        return Optional.ofNullable(looks.get(id));
    }

    @Override
    public synchronized Storing create(InstanceRecord instance, Duration lookIn, Duration heardFor) {
        if (isOneTooMany(instance)) {
            return Storing.TOO_MANY;
        }
        looks.put(instance.id(), lookIn);
        taken.remove(instance.id());
        var before = instances.putIfAbsent(
                instance.id(), new Stored(instance, 1, InstanceExamples.DEADLINES.silence(), null));
        if (losesAnswers) {
            throw away();
        }
        return before == null ? Storing.STORED : Storing.WAS_THERE;
    }

    private boolean isOneTooMany(InstanceRecord instance) {
        var root = instance.origin().root();
        var offspring = instances.values().stream()
                .map(Stored::instance)
                .filter(other -> root != null && root.equals(other.origin().root()) && !Instances.isOver(other))
                .map(InstanceRecord::id)
                .collect(Collectors.toSet());
        return root != null && offspring.size() >= mostOffspring && !offspring.contains(instance.id());
    }

    @Override
    public synchronized Optional<Stored> load(InstanceId id) {
        if (id.equals(unreadable)) {
            throw new IllegalStateException("written by a newer version");
        }
        if (isAway) {
            throw away();
        }
        loads++;
        return Optional.ofNullable(instances.get(id)).map(this::linked);
    }

    @Override
    public synchronized Map<InstanceId, Glance> glance(Collection<InstanceId> ids) {
        return ids.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> Optional.ofNullable(instances.get(id))
                                .map(now -> linked(now).glance())
                                .orElse(Glance.NOTHING)));
    }

    @Override
    public synchronized Change change(Stored expected, InstanceRecord next, Optional<Duration> lookIn, LinkTerm term) {
        var now = instances.get(next.id());
        if (now != null && rivals > 0) {
            rivals--;
            instances.put(next.id(), new Stored(now.instance(), now.version() + 1, now.heardFor(), null));
            return new Change.Overtaken();
        }
        if (!isMet(term, next.id())) {
            return new Change.NotSoLinked();
        }
        if (now == null || now.version() != expected.version()) {
            return new Change.Overtaken();
        }
        if (term instanceof LinkTerm.Taken(var link, var run, var _)) {
            link(next.id(), link, run);
        }
        instances.put(next.id(), now.next(next, now.version() + 1, term));
        lookAgain(next.id(), lookIn);
        return new Change.Done(now.version() + 1);
    }

    private boolean isMet(LinkTerm term, InstanceId id) {
        var live = links.get(id);
        return switch (term) {
            case LinkTerm.Any _ -> true;
            case LinkTerm.Held(var link) -> live != null && (link == null || live.equals(link));
            case LinkTerm.Taken(var link, var run, var _) -> mayTake(id, link, run);
        };
    }

    private Stored linked(Stored stored) {
        return new Stored(
                stored.instance(),
                stored.version(),
                stored.heardFor(),
                links.get(stored.instance().id()));
    }

    @Override
    public synchronized void lookAgain(InstanceId id, Optional<Duration> lookIn) {
        taken.remove(id);
        lookIn.ifPresentOrElse(delay -> looks.put(id, delay), () -> looks.remove(id));
    }

    @Override
    public synchronized List<InstanceId> takeDue(int limit, Duration held) {
        if (isAway) {
            throw away();
        }
        var due = looks.keySet().stream()
                .filter(id -> !taken.contains(id))
                .limit(limit)
                .toList();
        taken.addAll(due);
        return due;
    }

    @Override
    public synchronized Page list(GameId game, Optional<InstanceId> before, int limit) {
        var newestFirst = instances.sequencedValues().reversed().stream()
                .map(Stored::instance)
                .filter(instance -> instance.gameId().equals(game))
                .toList();
        int from = before.map(last -> ids(newestFirst).indexOf(last) + 1).orElse(0);
        var page = newestFirst.stream().skip(from).limit(limit).toList();
        return new Page(
                page,
                page.size() < limit
                        ? Optional.empty()
                        : Optional.of(page.getLast().id()));
    }

    private static List<InstanceId> ids(List<InstanceRecord> instances) {
        return instances.stream().map(InstanceRecord::id).toList();
    }

    @Override
    public synchronized List<InstanceRecord> ofPlayer(PlayerKey player) {
        return instances.values().stream()
                .map(Stored::instance)
                .filter(instance -> instance.gameId().equals(player.gameId()) && !Instances.isOver(instance))
                .filter(instance -> instance.seat(player.playerId()).isPresent())
                .toList();
    }

    private static RegistryUnavailableException away() {
        return new RegistryUnavailableException("away", new IOException());
    }
}
