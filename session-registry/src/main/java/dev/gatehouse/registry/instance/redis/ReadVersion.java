package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.instance.GameInstances.Glance;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Reads an instance's version and link alone.
final class ReadVersion {

    private static final LuaScript SCRIPT = LuaScript.beside(ReadVersion.class, "read-version.lua");

    static ScriptCall<Glance> call(InstanceId id) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instance(id), RegistryKeys.instanceLink(id)),
                new ScriptArguments(),
                reply -> new Glance(reply.number(0), reply.size() > 1 ? reply.text(1) : null));
    }

    private ReadVersion() {}
}
