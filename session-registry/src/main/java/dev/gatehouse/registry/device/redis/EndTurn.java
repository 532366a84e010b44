package dev.gatehouse.registry.device.redis;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Ends a newcomer's turn.
final class EndTurn {

    private static final LuaScript SCRIPT = LuaScript.beside(EndTurn.class, "end-turn.lua");

    static ScriptCall<Boolean> call(GameId game, DeviceKey device, SessionId session) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.deviceTurn(game, device)),
                new ScriptArguments().add(session.value()),
                reply -> reply.flag(0));
    }

    private EndTurn() {}
}
