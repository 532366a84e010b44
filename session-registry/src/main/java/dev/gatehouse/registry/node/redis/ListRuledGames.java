package dev.gatehouse.registry.node.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Lists the games that have a say in what is done with their instances.
final class ListRuledGames {

    private static final LuaScript SCRIPT = LuaScript.beside(ListRuledGames.class, "list-ruled-games.lua");

    static ScriptCall<Set<GameId>> call() {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.ruledGames()),
                new ScriptArguments(),
                reply -> IntStream.range(0, reply.size())
                        .mapToObj(i -> new GameId(reply.text(i)))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private ListRuledGames() {}
}
