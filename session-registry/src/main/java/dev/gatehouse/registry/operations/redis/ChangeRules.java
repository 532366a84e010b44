package dev.gatehouse.registry.operations.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Stores the next rules of a game.
final class ChangeRules {

    private static final LuaScript SCRIPT = LuaScript.beside(ChangeRules.class, "change-rules.lua");

    static ScriptCall<Boolean> call(GameId game, long version, GameRules next) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.rules(game)),
                new ScriptArguments().add(version).add(Bodies.encode(GameRules.class, next)),
                reply -> reply.flag(0));
    }

    private ChangeRules() {}
}
