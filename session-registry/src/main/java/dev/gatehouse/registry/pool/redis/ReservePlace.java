package dev.gatehouse.registry.pool.redis;

import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.registry.pool.FoundPlace;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Finds a game server's place, or reserves one.
final class ReservePlace {

    private static final LuaScript SCRIPT = LuaScript.beside(ReservePlace.class, "reserve-place.lua");

    static ScriptCall<Optional<FoundPlace>> call(String pool, PooledServer server, Duration grace) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(
                        RegistryKeys.poolHeard(pool),
                        RegistryKeys.poolRecords(pool),
                        RegistryKeys.poolFree(pool),
                        RegistryKeys.poolPlaced(pool),
                        RegistryKeys.poolGameServers(pool),
                        RegistryKeys.poolReserved(pool)),
                new ScriptArguments()
                        .add(server.serverId().value())
                        .add(server.instanceId().value())
                        .add(grace),
                reply -> Places.found(server.serverId(), reply));
    }

    private ReservePlace() {}
}
