package dev.gatehouse.registry.journal.redis;

import com.google.protobuf.ByteString;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Stores a snapshot under a lease.
final class TakeSnapshot {

    private static final LuaScript SCRIPT = LuaScript.beside(TakeSnapshot.class, "take-snapshot.lua");

    static ScriptCall<AppendResult> call(Lease lease, long index, ByteString bytes) {
        var player = lease.player();
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.lease(player), RegistryKeys.snapshot(player), RegistryKeys.journal(player)),
                new ScriptArguments()
                        .add(lease.nonce())
                        .add(lease.epoch())
                        .add(index)
                        .add(bytes),
                WriteReply::result);
    }

    private TakeSnapshot() {}
}
