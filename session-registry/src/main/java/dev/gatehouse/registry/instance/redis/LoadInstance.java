package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.instance.GameInstances.Stored;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Reads an instance.
final class LoadInstance {

    private static final LuaScript SCRIPT = LuaScript.beside(LoadInstance.class, "load-instance.lua");

    static ScriptCall<Optional<Stored>> call(InstanceId id) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instance(id), RegistryKeys.instanceHeard(id), RegistryKeys.instanceLink(id)),
                new ScriptArguments(),
                LoadInstance::read);
    }

    private static Optional<Stored> read(ScriptReply reply) {
        return reply.size() == 0
                ? Optional.empty()
                : Optional.of(new Stored(
                        InstanceBody.decode(reply.bytes(1)),
                        reply.number(0),
                        Duration.ofMillis(Math.max(0, reply.number(2))),
                        reply.size() > 3 ? reply.text(3) : null));
    }

    private LoadInstance() {}
}
