package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Adds an instance to the list of its game.
final class EnlistInstance {

    private static final LuaScript SCRIPT = LuaScript.beside(EnlistInstance.class, "enlist-instance.lua");

    static ScriptCall<Long> call(GameId game, InstanceId id, Duration ttl) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.gameInstances(game)),
                new ScriptArguments().add(id.value()).add(ttl),
                reply -> reply.number(0));
    }

    private EnlistInstance() {}
}
