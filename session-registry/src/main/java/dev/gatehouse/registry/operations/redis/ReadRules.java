package dev.gatehouse.registry.operations.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.Operations.StoredRules;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Reads the rules of a game.
final class ReadRules {

    private static final LuaScript SCRIPT = LuaScript.beside(ReadRules.class, "read-rules.lua");

    static ScriptCall<StoredRules> call(GameId game) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.rules(game)),
                new ScriptArguments(),
                reply -> reply.size() == 0
                        ? new StoredRules(0, GameRules.NONE)
                        : new StoredRules(reply.number(0), Bodies.decode(GameRules.class, reply.bytes(1))));
    }

    private ReadRules() {}
}
