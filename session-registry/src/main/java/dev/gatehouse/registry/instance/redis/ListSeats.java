package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Lists the instances in which a player may have a seat.
final class ListSeats {

    private static final LuaScript SCRIPT = LuaScript.beside(ListSeats.class, "list-seats.lua");

    static ScriptCall<List<InstanceId>> call(PlayerKey player, int limit) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.playerInstances(player)),
                new ScriptArguments().add(limit),
                reply -> InstanceIds.of(reply));
    }

    private ListSeats() {}
}
