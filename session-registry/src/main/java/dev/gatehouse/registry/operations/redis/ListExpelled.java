package dev.gatehouse.registry.operations.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.registry.operations.Expulsion;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;
import java.util.stream.IntStream;

/// Lists the orders to end players' sessions.
final class ListExpelled {

    private static final LuaScript SCRIPT = LuaScript.beside(ListExpelled.class, "list-expelled.lua");

    /// Of more than these, the oldest have been listed for a while already.
    private static final int MOST = 10_000;

    static ScriptCall<List<Expulsion>> call(GameId game) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.expelled(game), RegistryKeys.expulsions(game)),
                new ScriptArguments().add(MOST),
                reply -> IntStream.range(0, reply.size())
                        .mapToObj(i -> Bodies.decode(Expulsion.class, reply.bytes(i)))
                        .toList());
    }

    private ListExpelled() {}
}
