package dev.gatehouse.registry.pool.redis;

import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Notes that a pool server has no link.
final class CloseLink {

    private static final LuaScript SCRIPT = LuaScript.beside(CloseLink.class, "close-link.lua");

    static ScriptCall<Boolean> call(String pool, String poolServer, String link) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.poolRecords(pool), RegistryKeys.poolFree(pool)),
                new ScriptArguments().add(poolServer).add(link),
                reply -> reply.flag(0));
    }

    private CloseLink() {}
}
