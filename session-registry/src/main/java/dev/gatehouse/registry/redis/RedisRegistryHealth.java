package dev.gatehouse.registry.redis;

import dev.gatehouse.registry.RegistryHealth;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/// Asks Redis by way of a script, as everything else does.
public final class RedisRegistryHealth implements RegistryHealth {

    private final Scripts scripts;

    public RedisRegistryHealth(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<Instant> ping() {
        return scripts.run(PingRegistry.call());
    }
}
