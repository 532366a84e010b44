package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Notes by when to look at an instance.
final class HastenLook {

    private static final LuaScript SCRIPT = LuaScript.beside(HastenLook.class, "hasten-look.lua");

    static ScriptCall<Boolean> call(InstanceId id, Duration delay) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instancesToLookAt()),
                new ScriptArguments().add(id.value()).add(Math.max(0, delay.toMillis())),
                reply -> reply.flag(0));
    }

    private HastenLook() {}
}
