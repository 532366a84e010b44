package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Binds an idempotency key.
final class ReserveInstance {

    private static final LuaScript SCRIPT = LuaScript.beside(ReserveInstance.class, "reserve-instance.lua");

    static ScriptCall<InstanceId> call(GameId game, String keyDigest, InstanceId candidate, Duration ttl) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instanceKey(game, keyDigest)),
                new ScriptArguments().add(candidate.value()).add(ttl),
                reply -> new InstanceId(reply.text(0)));
    }

    private ReserveInstance() {}
}
