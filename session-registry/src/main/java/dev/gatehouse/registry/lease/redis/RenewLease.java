package dev.gatehouse.registry.lease.redis;

import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Renews one lease, and keeps the player's sessions for longer than that.
final class RenewLease {

    private static final LuaScript SCRIPT = LuaScript.beside(RenewLease.class, "renew-lease.lua");

    static ScriptCall<Boolean> call(Lease lease, Duration ttl, Duration keepSessions) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.lease(lease.player()), RegistryKeys.sessions(lease.player())),
                new ScriptArguments()
                        .add(lease.nonce())
                        .add(lease.epoch())
                        .add(ttl)
                        .add(keepSessions)
                        .add(EpochKeeping.millis(lease.player())),
                reply -> reply.flag(0));
    }

    private RenewLease() {}
}
