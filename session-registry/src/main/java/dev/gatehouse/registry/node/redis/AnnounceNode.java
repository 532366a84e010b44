package dev.gatehouse.registry.node.redis;

import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.time.Duration;
import java.util.List;

/// Says that a node lives.
final class AnnounceNode {

    private static final LuaScript SCRIPT = LuaScript.beside(AnnounceNode.class, "announce-node.lua");

    static ScriptCall<Long> call(NodeRecord node, Duration ttl) {
        var arguments = new ScriptArguments()
                .add(node.id().value())
                .add(ProtoCodec.of(NodeRecord.class).encodeToByteString(node))
                .add(ttl);
        for (HostedGame game : node.games()) {
            arguments.add(game.hasInstanceRules()).add(game.id().value());
        }
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.nodesAlive(), RegistryKeys.nodeRecords(), RegistryKeys.ruledGames()),
                arguments,
                reply -> reply.number(0));
    }

    private AnnounceNode() {}
}
