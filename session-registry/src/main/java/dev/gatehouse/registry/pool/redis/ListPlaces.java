package dev.gatehouse.registry.pool.redis;

import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Lists the game servers that run.
final class ListPlaces {

    private static final LuaScript SCRIPT = LuaScript.beside(ListPlaces.class, "list-places.lua");

    static ScriptCall<List<Place>> call(String pool) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(
                        RegistryKeys.poolHeard(pool),
                        RegistryKeys.poolGameServers(pool),
                        RegistryKeys.poolReserved(pool)),
                new ScriptArguments(),
                Places::all);
    }

    private ListPlaces() {}
}
