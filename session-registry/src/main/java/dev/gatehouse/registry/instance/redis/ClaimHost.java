package dev.gatehouse.registry.instance.redis;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Binds a host's server.
final class ClaimHost {

    private static final LuaScript SCRIPT = LuaScript.beside(ClaimHost.class, "claim-host.lua");

    static ScriptCall<InstanceId> call(String hostDigest, InstanceId candidate, Duration ttl) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.gameServerHost(hostDigest)),
                new ScriptArguments().add(candidate.value()).add(ttl),
                reply -> new InstanceId(reply.text(0)));
    }

    private ClaimHost() {}
}
