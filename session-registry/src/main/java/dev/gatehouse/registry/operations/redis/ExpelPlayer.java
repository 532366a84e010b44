package dev.gatehouse.registry.operations.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.registry.operations.Expulsion;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Lists an order to end a player's sessions.
final class ExpelPlayer {

    private static final LuaScript SCRIPT = LuaScript.beside(ExpelPlayer.class, "expel-player.lua");

    static ScriptCall<Long> call(GameId game, Expulsion expulsion, Duration ttl) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.expelled(game), RegistryKeys.expulsions(game)),
                new ScriptArguments()
                        .add(expulsion.ban() == null ? kick(expulsion) : ban(expulsion.player()))
                        .add(Bodies.encode(Expulsion.class, expulsion))
                        .add(ttl),
                reply -> reply.number(0));
    }

    private static String kick(Expulsion expulsion) {
        return "kick/" + expulsion.player();
    }

    static String ban(PlayerId player) {
        return "ban/" + player;
    }

    private ExpelPlayer() {}
}
