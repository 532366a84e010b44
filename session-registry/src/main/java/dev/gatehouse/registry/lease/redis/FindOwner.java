package dev.gatehouse.registry.lease.redis;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;
import java.util.Optional;

/// Tells who holds a player.
final class FindOwner {

    private static final LuaScript SCRIPT = LuaScript.beside(FindOwner.class, "find-owner.lua");

    static ScriptCall<Optional<NodeId>> call(PlayerKey player) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.lease(player)),
                new ScriptArguments(),
                reply -> reply.size() == 0 ? Optional.empty() : Optional.of(new NodeId(reply.text(0))));
    }

    private FindOwner() {}
}
