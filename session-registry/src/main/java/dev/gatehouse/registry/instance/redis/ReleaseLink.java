package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Gives a link up.
final class ReleaseLink {

    private static final LuaScript SCRIPT = LuaScript.beside(ReleaseLink.class, "release-link.lua");

    static ScriptCall<Boolean> call(InstanceId instance, String link) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instanceLink(instance)),
                new ScriptArguments().add(link),
                reply -> reply.flag(0));
    }

    private ReleaseLink() {}
}
