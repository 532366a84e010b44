package dev.gatehouse.registry.journal.redis;

import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Appends entries under a lease.
final class AppendJournal {

    private static final LuaScript SCRIPT = LuaScript.beside(AppendJournal.class, "append-journal.lua");

    static ScriptCall<AppendResult> call(Append append) {
        var lease = append.lease();
        var arguments = new ScriptArguments()
                .add(lease.nonce())
                .add(lease.epoch())
                .add(append.firstIndex())
                .add(PlayerJournal.MOST_KEPT);
        append.entries().forEach(arguments::add);
        var player = lease.player();
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.lease(player), RegistryKeys.snapshot(player), RegistryKeys.journal(player)),
                arguments,
                WriteReply::result);
    }

    private AppendJournal() {}
}
