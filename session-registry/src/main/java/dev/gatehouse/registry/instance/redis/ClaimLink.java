package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes or renews a link.
final class ClaimLink {

    private static final LuaScript SCRIPT = LuaScript.beside(ClaimLink.class, "claim-link.lua");

    static ScriptCall<Boolean> call(InstanceId instance, String link, @Nullable String run, Duration ttl) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.instanceLink(instance), RegistryKeys.instanceHeard(instance)),
                new ScriptArguments().add(link).add(ttl).add(run == null ? "" : run),
                reply -> reply.flag(0));
    }

    private ClaimLink() {}
}
