package dev.gatehouse.registry.pool.redis;

import dev.gatehouse.registry.pool.PoolFigures;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import java.time.Duration;
import java.util.List;

/// Forgets what is over, and says what there is.
final class TendPool {

    private static final LuaScript SCRIPT = LuaScript.beside(TendPool.class, "tend-pool.lua");

    private static final Duration KEPT_UNTENDED = Duration.ofHours(1);

    static ScriptCall<PoolFigures> call(String pool) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(
                        RegistryKeys.poolHeard(pool),
                        RegistryKeys.poolRecords(pool),
                        RegistryKeys.poolFree(pool),
                        RegistryKeys.poolPlaced(pool),
                        RegistryKeys.poolGameServers(pool),
                        RegistryKeys.poolReserved(pool)),
                new ScriptArguments().add(KEPT_UNTENDED),
                reply -> new PoolFigures(
                        number(reply, 0), number(reply, 1), number(reply, 2), number(reply, 3), number(reply, 4)));
    }

    private static int number(ScriptReply reply, int index) {
        return Math.toIntExact(reply.number(index));
    }

    private TendPool() {}
}
