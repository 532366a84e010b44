package dev.gatehouse.registry.lease.redis;

import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.Renewal.Held;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Renews one lease, says what the registry has of the player, and keeps the player's sessions for longer than that.
final class RenewLease {

    private static final LuaScript SCRIPT = LuaScript.beside(RenewLease.class, "renew-lease.lua");

    static ScriptCall<Optional<Held>> call(Lease lease, Duration ttl, Duration keepSessions) {
        var player = lease.player();
        return new ScriptCall<>(
                SCRIPT,
                List.of(
                        RegistryKeys.lease(player),
                        RegistryKeys.sessions(player),
                        RegistryKeys.snapshot(player),
                        RegistryKeys.journal(player)),
                new ScriptArguments()
                        .add(lease.nonce())
                        .add(lease.epoch())
                        .add(ttl)
                        .add(keepSessions)
                        .add(EpochKeeping.millis(lease.player())),
                reply -> reply.flag(0)
                        ? Optional.of(new Held(lease, reply.number(1), reply.number(2)))
                        : Optional.empty());
    }

    private RenewLease() {}
}
