package dev.gatehouse.registry.pool.redis;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.registry.pool.FoundPlace;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;
import java.util.Optional;

/// Finds a game server's place.
final class FindPlace {

    private static final LuaScript SCRIPT = LuaScript.beside(FindPlace.class, "find-place.lua");

    static ScriptCall<Optional<FoundPlace>> call(String pool, ServerId server) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(
                        RegistryKeys.poolHeard(pool),
                        RegistryKeys.poolRecords(pool),
                        RegistryKeys.poolGameServers(pool),
                        RegistryKeys.poolReserved(pool)),
                new ScriptArguments().add(server.value()),
                reply -> Places.found(server, reply));
    }

    private FindPlace() {}
}
