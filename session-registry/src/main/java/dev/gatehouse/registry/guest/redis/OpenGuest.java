package dev.gatehouse.registry.guest.redis;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Finds or makes a guest's player.
final class OpenGuest {

    private static final LuaScript SCRIPT = LuaScript.beside(OpenGuest.class, "open-guest.lua");

    static ScriptCall<PlayerId> call(GameId game, DeviceKey device, PlayerId candidate) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.guest(game, device)),
                new ScriptArguments().add(candidate.value()),
                reply -> new PlayerId(reply.text(0)));
    }

    private OpenGuest() {}
}
