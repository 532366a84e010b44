package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Stores the next of an instance.
final class ChangeInstance {

    private static final LuaScript SCRIPT = LuaScript.beside(ChangeInstance.class, "change-instance.lua");

    static ScriptCall<Boolean> call(Stored expected, InstanceRecord next, Duration ttl) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instance(next.id())),
                new ScriptArguments()
                        .add(expected.instance().state().name())
                        .add(expected.version())
                        .add(next.state().name())
                        .add(InstanceBody.encode(next))
                        .add(ttl),
                reply -> reply.flag(0));
    }

    private ChangeInstance() {}
}
