package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Forgets a seat that was noted on an earlier version of its instance.
final class ForgetSeat {

    private static final LuaScript SCRIPT = LuaScript.beside(ForgetSeat.class, "forget-seat.lua");

    static ScriptCall<Boolean> call(PlayerKey player, InstanceId instance, long version) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.playerInstances(player)),
                new ScriptArguments().add(instance.value()).add(version),
                reply -> reply.flag(0));
    }

    private ForgetSeat() {}
}
