package dev.gatehouse.registry.operations.redis;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Bans a player.
final class BanPlayer {

    private static final LuaScript SCRIPT = LuaScript.beside(BanPlayer.class, "ban-player.lua");

    static ScriptCall<Boolean> call(PlayerKey player, Ban ban) {
        var until = ban.until();
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.standing(player)),
                new ScriptArguments()
                        .add(until == null ? 0 : until.toEpochMilli())
                        .add(Bodies.encode(Ban.class, ban)),
                reply -> reply.flag(0));
    }

    private BanPlayer() {}
}
