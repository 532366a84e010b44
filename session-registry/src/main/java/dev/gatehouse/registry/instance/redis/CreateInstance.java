package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Stores a new instance.
final class CreateInstance {

    private static final LuaScript SCRIPT = LuaScript.beside(CreateInstance.class, "create-instance.lua");

    static ScriptCall<Boolean> call(InstanceRecord instance, Duration heardFor, Duration ttl) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instance(instance.id()), RegistryKeys.instanceHeard(instance.id())),
                new ScriptArguments()
                        .add(instance.state().name())
                        .add(InstanceBody.encode(instance))
                        .add(ttl)
                        .add(heardFor.toMillis()),
                reply -> reply.flag(0));
    }

    private CreateInstance() {}
}
