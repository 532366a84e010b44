package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Lists instances to look at now.
final class ListDue {

    private static final LuaScript SCRIPT = LuaScript.beside(ListDue.class, "list-due.lua");

    static ScriptCall<List<InstanceId>> call(int limit) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instancesToLookAt()),
                new ScriptArguments().add(limit),
                reply -> InstanceIds.of(reply));
    }

    private ListDue() {}
}
