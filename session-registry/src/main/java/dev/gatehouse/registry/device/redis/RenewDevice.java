package dev.gatehouse.registry.device.redis;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Keeps a session listed.
final class RenewDevice {

    private static final LuaScript SCRIPT = LuaScript.beside(RenewDevice.class, "renew-device.lua");

    static ScriptCall<Boolean> call(
            GameId game, DeviceKey device, SessionId session, boolean recovering, Duration ttl) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.deviceSessions(game, device)),
                new ScriptArguments().add(session.value()).add(recovering).add(ttl),
                reply -> reply.flag(0));
    }

    private RenewDevice() {}
}
