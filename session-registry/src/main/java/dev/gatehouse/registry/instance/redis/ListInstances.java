package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;
import java.util.Optional;

/// Lists the instances of a game.
final class ListInstances {

    private static final LuaScript SCRIPT = LuaScript.beside(ListInstances.class, "list-instances.lua");

    static ScriptCall<List<InstanceId>> call(GameId game, Optional<InstanceId> before, int limit) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.gameInstances(game)),
                new ScriptArguments()
                        .add(limit)
                        .add(before.map(InstanceId::value).orElse("")),
                reply -> InstanceIds.of(reply));
    }

    private ListInstances() {}
}
