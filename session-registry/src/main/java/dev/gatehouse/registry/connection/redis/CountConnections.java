package dev.gatehouse.registry.connection.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Counts connections.
final class CountConnections {

    private static final LuaScript SCRIPT = LuaScript.beside(CountConnections.class, "count-connections.lua");

    static ScriptCall<Long> call(GameId game) {
        return new ScriptCall<>(
                SCRIPT, List.of(RegistryKeys.connectionsAlive(game)), new ScriptArguments(), reply -> reply.number(0));
    }

    private CountConnections() {}
}
