package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.instance.GameInstances;
import dev.gatehouse.registry.instance.PlayerInstances;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.Scripts;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/// The index of players' instances in Redis.
public final class RedisPlayerInstances implements PlayerInstances {

    private final Scripts scripts;

    public RedisPlayerInstances(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<Void> note(InstanceId instance, Collection<PlayerKey> players, long version) {
        return all(players.stream().map(player -> NoteSeat.call(player, instance, version, MAX, GameInstances.KEPT)));
    }

    @Override
    public CompletionStage<Void> forget(InstanceId instance, Collection<PlayerKey> players, long version) {
        return all(players.stream().map(player -> ForgetSeat.call(player, instance, version)));
    }

    @Override
    public CompletionStage<List<InstanceId>> of(PlayerKey player) {
        return scripts.run(ListSeats.call(player, MAX));
    }

    private <T> CompletionStage<Void> all(Stream<ScriptCall<T>> calls) {
        return CompletableFuture.allOf(scripts.runAll(calls.toList()).stream()
                .map(CompletionStage::toCompletableFuture)
                .toArray(CompletableFuture<?>[]::new));
    }
}
