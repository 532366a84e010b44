package dev.gatehouse.registry.redis;

import java.time.Instant;
import java.util.List;

/// Asks for the time: the least that a script can do.
final class PingRegistry {

    private static final LuaScript SCRIPT = LuaScript.beside(PingRegistry.class, "ping-registry.lua");

    static ScriptCall<Instant> call() {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.nodesAlive()),
                new ScriptArguments(),
                reply -> Instant.ofEpochMilli(reply.number(0)));
    }

    private PingRegistry() {}
}
