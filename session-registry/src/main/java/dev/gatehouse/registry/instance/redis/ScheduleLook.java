package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Notes when to look at an instance.
final class ScheduleLook {

    private static final LuaScript SCRIPT = LuaScript.beside(ScheduleLook.class, "schedule-look.lua");

    static ScriptCall<Boolean> at(InstanceId id, Duration delay) {
        return call(id, delay, false);
    }

    static ScriptCall<Boolean> noLater(InstanceId id, Duration delay) {
        return call(id, delay, true);
    }

    private static ScriptCall<Boolean> call(InstanceId id, Duration delay, boolean isEarlierKept) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instancesToLookAt()),
                new ScriptArguments()
                        .add(id.value())
                        .add(Math.max(0, delay.toMillis()))
                        .add(isEarlierKept),
                reply -> reply.flag(0));
    }

    private ScheduleLook() {}
}
