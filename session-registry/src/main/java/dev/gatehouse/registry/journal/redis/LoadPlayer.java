package dev.gatehouse.registry.journal.redis;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.Entry;
import dev.gatehouse.registry.journal.Snapshot;
import dev.gatehouse.registry.journal.StoredPlayer;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import java.util.List;
import java.util.stream.IntStream;

/// Reads snapshot and journal together, so that they belong together.
final class LoadPlayer {

    private static final LuaScript SCRIPT = LuaScript.beside(LoadPlayer.class, "load-player.lua");

    static ScriptCall<StoredPlayer> call(PlayerKey player) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.snapshot(player), RegistryKeys.journal(player)),
                new ScriptArguments(),
                LoadPlayer::answer);
    }

    private static StoredPlayer answer(ScriptReply reply) {
        var snapshot = reply.size() == 1 ? null : new Snapshot(reply.number(1), reply.bytes(2));
        var first = snapshot == null ? 1 : snapshot.index() + 1;
        var entries = reply.list(0);
        return new StoredPlayer(
                snapshot,
                IntStream.range(0, entries.size())
                        .mapToObj(i -> new Entry(first + i, entries.bytes(i)))
                        .toList());
    }

    private LoadPlayer() {}
}
