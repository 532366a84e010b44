package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;
import java.util.Optional;

/// Finds the live link.
final class FindLink {

    private static final LuaScript SCRIPT = LuaScript.beside(FindLink.class, "find-link.lua");

    static ScriptCall<Optional<String>> call(InstanceId instance) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instanceLink(instance)),
                new ScriptArguments(),
                reply -> reply.size() == 0 ? Optional.empty() : Optional.of(reply.text(0)));
    }

    private FindLink() {}
}
