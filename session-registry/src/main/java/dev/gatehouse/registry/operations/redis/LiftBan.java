package dev.gatehouse.registry.operations.redis;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Lifts a player's ban.
final class LiftBan {

    private static final LuaScript SCRIPT = LuaScript.beside(LiftBan.class, "lift-ban.lua");

    static ScriptCall<Boolean> call(PlayerKey player) {
        return new ScriptCall<>(
                SCRIPT, List.of(RegistryKeys.standing(player)), new ScriptArguments(), reply -> reply.flag(0));
    }

    private LiftBan() {}
}
