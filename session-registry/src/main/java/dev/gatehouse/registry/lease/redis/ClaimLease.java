package dev.gatehouse.registry.lease.redis;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer;
import dev.gatehouse.registry.lease.LeaseAnswer.Granted;
import dev.gatehouse.registry.lease.LeaseAnswer.HeldBy;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a player, or says who holds it.
final class ClaimLease {

    private static final LuaScript SCRIPT = LuaScript.beside(ClaimLease.class, "claim-lease.lua");

    static ScriptCall<LeaseAnswer> call(
            PlayerKey player, NodeId node, String nonce, Duration ttl, @Nullable NodeId takeOverFrom) {
        Lease.checkNonce(nonce);
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.lease(player)),
                new ScriptArguments()
                        .add(node.value())
                        .add(nonce)
                        .add(ttl)
                        .add(takeOverFrom == null ? "" : takeOverFrom.value())
                        .add(EpochKeeping.millis(player)),
                reply -> reply.flag(0)
                        ? new Granted(new Lease(player, node, nonce, reply.number(1)))
                        : new HeldBy(new NodeId(reply.text(1)), Duration.ofMillis(reply.number(2))));
    }

    private ClaimLease() {}
}
