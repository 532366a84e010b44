package dev.gatehouse.registry.desync.redis;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.desync.KeptBundle;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Reads all bundles of a player.
final class ReadDesyncs {

    private static final LuaScript SCRIPT = LuaScript.beside(ReadDesyncs.class, "read-desyncs.lua");

    static ScriptCall<List<KeptBundle>> call(PlayerKey player) {
        return new ScriptCall<>(
                SCRIPT, List.of(RegistryKeys.desyncs(player)), new ScriptArguments(), ReadDesyncs::answer);
    }

    /// Each id is followed by its bytes.
    private static List<KeptBundle> answer(ScriptReply reply) {
        return IntStream.range(0, reply.size() / 2)
                .mapToObj(i -> new KeptBundle(reply.text(2 * i), reply.bytes(2 * i + 1)))
                .sorted(Comparator.comparing(KeptBundle::id))
                .toList();
    }

    private ReadDesyncs() {}
}
