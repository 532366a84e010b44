package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A store in memory, safe to use from several threads. A test can let somebody else change an instance just before a
/// change of its own.
public final class InMemoryInstanceStore implements InstanceStore {

    private final Map<InstanceId, Stored> instances = new HashMap<>();
    private final LinkedHashMap<InstanceId, Duration> looks = new LinkedHashMap<>();
    private int rivals;
    private @Nullable InstanceId unreadable;

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
        instances.computeIfPresent(id, (_, now) -> new Stored(now.instance(), now.version(), false));
    }

    public Optional<Duration> lookOf(InstanceId id) {
        return Optional.ofNullable(looks.get(id));
    }

    @Override
    public synchronized boolean create(InstanceRecord instance, Duration lookIn) {
        looks.put(instance.id(), lookIn);
        return instances.putIfAbsent(instance.id(), new Stored(instance, 1, true)) == null;
    }

    @Override
    public synchronized Optional<Stored> load(InstanceId id) {
        if (id.equals(unreadable)) {
            throw new IllegalStateException("written by a newer version");
        }
        return Optional.ofNullable(instances.get(id));
    }

    @Override
    public synchronized Map<InstanceId, Long> versions(Collection<InstanceId> ids) {
        return ids.stream()
                .collect(Collectors.toMap(
                        Function.identity(),
                        id -> Optional.ofNullable(instances.get(id))
                                .map(Stored::version)
                                .orElse(0L)));
    }

    @Override
    public synchronized boolean change(Stored expected, InstanceRecord next, Optional<Duration> lookIn) {
        var now = instances.get(next.id());
        if (now != null && rivals > 0) {
            rivals--;
            instances.put(next.id(), new Stored(now.instance(), now.version() + 1, now.heard()));
            return false;
        }
        if (now == null || now.version() != expected.version()) {
            return false;
        }
        instances.put(next.id(), new Stored(next, now.version() + 1, now.heard()));
        lookAgain(next.id(), lookIn);
        return true;
    }

    @Override
    public synchronized void lookAgain(InstanceId id, Optional<Duration> lookIn) {
        lookIn.ifPresentOrElse(delay -> looks.put(id, delay), () -> looks.remove(id));
    }

    @Override
    public synchronized List<InstanceId> due(int limit) {
        return looks.keySet().stream().limit(limit).toList();
    }

    @Override
    public synchronized List<InstanceRecord> list(GameId game, int limit) {
        return instances.values().stream()
                .map(Stored::instance)
                .filter(instance -> instance.gameId().equals(game))
                .limit(limit)
                .toList();
    }
}
