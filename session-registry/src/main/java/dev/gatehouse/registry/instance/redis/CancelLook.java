package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Notes that nobody need look at an instance.
final class CancelLook {

    private static final LuaScript SCRIPT = LuaScript.beside(CancelLook.class, "cancel-look.lua");

    static ScriptCall<Boolean> call(InstanceId id) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instancesToLookAt()),
                new ScriptArguments().add(id.value()),
                reply -> reply.flag(0));
    }

    private CancelLook() {}
}
