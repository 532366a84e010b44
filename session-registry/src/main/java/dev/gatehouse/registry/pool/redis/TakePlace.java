package dev.gatehouse.registry.pool.redis;

import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Notes that a game server runs at a pool server.
final class TakePlace {

    private static final LuaScript SCRIPT = LuaScript.beside(TakePlace.class, "take-place.lua");

    static ScriptCall<Boolean> call(String pool, String poolServer, PooledServer server) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(
                        RegistryKeys.poolFree(pool),
                        RegistryKeys.poolPlaced(pool),
                        RegistryKeys.poolGameServers(pool),
                        RegistryKeys.poolReserved(pool)),
                new ScriptArguments()
                        .add(poolServer)
                        .add(server.serverId().value())
                        .add(server.instanceId().value()),
                reply -> reply.flag(0));
    }

    private TakePlace() {}
}
