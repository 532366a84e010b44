package dev.gatehouse.registry.operations.redis;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.Standing;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Tells how a player stands.
final class ReadStanding {

    private static final LuaScript SCRIPT = LuaScript.beside(ReadStanding.class, "read-standing.lua");

    static ScriptCall<Standing> call(PlayerKey player) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.standing(player)),
                new ScriptArguments(),
                reply -> new Standing(
                        Math.toIntExact(reply.number(0)),
                        reply.size() == 1 ? null : Bodies.decode(Ban.class, reply.bytes(1))));
    }

    private ReadStanding() {}
}
