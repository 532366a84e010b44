package dev.gatehouse.registry.connection.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Registers a connection and sweeps out a few that ended, so that nothing has to walk through all of them.
final class RegisterConnection {

    private static final LuaScript SCRIPT = LuaScript.beside(RegisterConnection.class, "register-connection.lua");
    private static final int MOST_SWEPT = 64;

    static ScriptCall<Long> call(GameId game, SessionId session, PlayerId player, NodeId proxy, Duration ttl) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.connectionsAlive(game), RegistryKeys.connections(game)),
                new ScriptArguments()
                        .add(session.value())
                        .add(player + "/" + proxy)
                        .add(ttl)
                        .add(MOST_SWEPT),
                reply -> reply.number(0));
    }

    private RegisterConnection() {}
}
