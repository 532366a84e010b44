package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Reads an instance's version alone.
final class ReadVersion {

    private static final LuaScript SCRIPT = LuaScript.beside(ReadVersion.class, "read-version.lua");

    static ScriptCall<Long> call(InstanceId id) {
        return new ScriptCall<>(
                SCRIPT, List.of(RegistryKeys.instance(id)), new ScriptArguments(), reply -> reply.number(0));
    }

    private ReadVersion() {}
}
