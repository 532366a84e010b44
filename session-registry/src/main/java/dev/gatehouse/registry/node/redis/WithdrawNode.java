package dev.gatehouse.registry.node.redis;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;

/// Says that a node goes.
final class WithdrawNode {

    private static final LuaScript SCRIPT = LuaScript.beside(WithdrawNode.class, "withdraw-node.lua");

    static ScriptCall<Boolean> call(NodeId node) {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.nodesAlive(), RegistryKeys.nodeRecords()),
                new ScriptArguments().add(node.value()),
                reply -> reply.flag(0));
    }

    private WithdrawNode() {}
}
