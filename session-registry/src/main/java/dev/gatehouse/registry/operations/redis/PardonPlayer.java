package dev.gatehouse.registry.operations.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Takes a banned player off the list of those to be ended.
final class PardonPlayer {

    private static final LuaScript SCRIPT = LuaScript.beside(PardonPlayer.class, "pardon-player.lua");

    static ScriptCall<Boolean> call(GameId game, PlayerId player) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.expelled(game), RegistryKeys.expulsions(game)),
                new ScriptArguments().add(ExpelPlayer.ban(player)),
                reply -> reply.flag(0));
    }

    private PardonPlayer() {}
}
