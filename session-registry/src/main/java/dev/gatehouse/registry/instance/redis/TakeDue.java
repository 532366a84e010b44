package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Gives out instances to look at now.
final class TakeDue {

    private static final LuaScript SCRIPT = LuaScript.beside(TakeDue.class, "take-due.lua");

    static ScriptCall<List<InstanceId>> call(int limit, Duration held) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instancesToLookAt()),
                new ScriptArguments().add(limit).add(held.toMillis()),
                reply -> InstanceIds.of(reply));
    }

    private TakeDue() {}
}
