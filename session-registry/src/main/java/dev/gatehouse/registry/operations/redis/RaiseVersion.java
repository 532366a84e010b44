package dev.gatehouse.registry.operations.redis;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Notes the highest logic version that a player has played.
final class RaiseVersion {

    private static final LuaScript SCRIPT = LuaScript.beside(RaiseVersion.class, "raise-version.lua");

    static ScriptCall<Boolean> call(PlayerKey player, int logicVersion) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.standing(player)),
                new ScriptArguments().add(logicVersion),
                reply -> reply.flag(0));
    }

    private RaiseVersion() {}
}
