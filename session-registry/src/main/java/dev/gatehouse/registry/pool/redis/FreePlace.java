package dev.gatehouse.registry.pool.redis;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Notes that a game server does not run at a pool server.
final class FreePlace {

    private static final LuaScript SCRIPT = LuaScript.beside(FreePlace.class, "free-place.lua");

    static ScriptCall<Boolean> call(String pool, String poolServer, ServerId server, boolean isFull) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(
                        RegistryKeys.poolFree(pool),
                        RegistryKeys.poolPlaced(pool),
                        RegistryKeys.poolGameServers(pool),
                        RegistryKeys.poolReserved(pool)),
                new ScriptArguments().add(poolServer).add(server.value()).add(isFull),
                reply -> reply.flag(0));
    }

    private FreePlace() {}
}
