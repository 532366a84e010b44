package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.digest.Sha256;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.instance.GameInstances;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.LinkTerm;
import dev.gatehouse.registry.redis.Scripts;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Game instances in Redis.
public final class RedisGameInstances implements GameInstances {

    private final Scripts scripts;

    public RedisGameInstances(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<InstanceId> claimHost(String provider, String hostId, InstanceId candidate) {
        return scripts.run(ClaimHost.call(digest(provider + "\n" + hostId), candidate, KEPT));
    }

    @Override
    public CompletionStage<Boolean> create(InstanceRecord instance, Duration heardFor) {
        return scripts.run(CreateInstance.call(instance, heardFor, KEPT));
    }

    @Override
    public CompletionStage<Optional<Stored>> load(InstanceId id) {
        return scripts.run(LoadInstance.call(id));
    }

    @Override
    public CompletionStage<Map<InstanceId, Glance>> glance(Collection<InstanceId> ids) {
        var asked = List.copyOf(ids);
        var reading = scripts.runAll(asked.stream().map(ReadVersion::call).toList()).stream()
                .map(CompletionStage::toCompletableFuture)
                .toList();
        return CompletableFuture.allOf(reading.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> IntStream.range(0, asked.size())
                        .boxed()
                        .collect(
                                Collectors.toMap(asked::get, i -> reading.get(i).join(), (first, _) -> first)));
    }

    @Override
    public CompletionStage<Change> change(Stored expected, InstanceRecord next, LinkTerm term) {
        return scripts.run(ChangeInstance.call(expected, next, term, KEPT));
    }

    @Override
    public CompletionStage<Boolean> lookIn(InstanceId id, Duration delay) {
        return scripts.run(ScheduleLook.at(id, delay));
    }

    @Override
    public CompletionStage<Boolean> lookNoLater(InstanceId id, Duration delay) {
        return scripts.run(ScheduleLook.noLater(id, delay));
    }

    @Override
    public CompletionStage<Boolean> lookNoMore(InstanceId id) {
        return scripts.run(CancelLook.call(id));
    }

    @Override
    public CompletionStage<List<InstanceId>> takeDue(int limit, Duration held) {
        return scripts.run(TakeDue.call(limit, held));
    }

    @Override
    public CompletionStage<Long> enlist(GameId game, InstanceId id) {
        return scripts.run(EnlistInstance.call(game, id, KEPT));
    }

    @Override
    public CompletionStage<List<InstanceId>> list(GameId game, Optional<InstanceId> before, int limit) {
        return scripts.run(ListInstances.call(game, before, limit));
    }

    /// Others' names may hold anything, a Redis key may not.
    private static String digest(String name) {
        return Sha256.hex(name);
    }
}
