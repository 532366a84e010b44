package dev.gatehouse.registry.connection.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Removes a connection.
final class UnregisterConnection {

    private static final LuaScript SCRIPT = LuaScript.beside(UnregisterConnection.class, "unregister-connection.lua");

    static ScriptCall<Boolean> call(GameId game, SessionId session) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.connectionsAlive(game), RegistryKeys.connections(game)),
                new ScriptArguments().add(session.value()),
                reply -> reply.flag(0));
    }

    private UnregisterConnection() {}
}
