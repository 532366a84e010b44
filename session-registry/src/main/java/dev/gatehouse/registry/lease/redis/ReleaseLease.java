package dev.gatehouse.registry.lease.redis;

import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Lets a player go.
final class ReleaseLease {

    private static final LuaScript SCRIPT = LuaScript.beside(ReleaseLease.class, "release-lease.lua");

    static ScriptCall<Boolean> call(Lease lease) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.lease(lease.player())),
                new ScriptArguments().add(lease.nonce()).add(lease.epoch()),
                reply -> reply.flag(0));
    }

    private ReleaseLease() {}
}
