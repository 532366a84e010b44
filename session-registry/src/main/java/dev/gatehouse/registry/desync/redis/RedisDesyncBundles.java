package dev.gatehouse.registry.desync.redis;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.desync.DesyncBundles;
import dev.gatehouse.registry.desync.KeptBundle;
import dev.gatehouse.registry.redis.Scripts;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Desyncs in Redis.
public final class RedisDesyncBundles implements DesyncBundles {

    private final Scripts scripts;

    public RedisDesyncBundles(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<Void> keep(PlayerKey player, KeptBundle bundle) {
        return scripts.run(KeepDesync.call(player, bundle)).thenAccept(_ -> {});
    }

    @Override
    public CompletionStage<List<KeptBundle>> of(PlayerKey player) {
        return scripts.run(ReadDesyncs.call(player));
    }
}
