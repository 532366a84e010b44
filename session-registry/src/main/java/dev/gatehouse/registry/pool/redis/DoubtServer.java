package dev.gatehouse.registry.pool.redis;

import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Notes that a pool server does not answer as it should.
final class DoubtServer {

    private static final LuaScript SCRIPT = LuaScript.beside(DoubtServer.class, "doubt-server.lua");

    static ScriptCall<Boolean> call(String pool, String poolServer) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.poolRecords(pool)),
                new ScriptArguments().add(poolServer),
                reply -> reply.flag(0));
    }

    private DoubtServer() {}
}
