package dev.gatehouse.registry.node.redis;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.ProtoCodec;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import java.util.List;
import java.util.stream.IntStream;

/// Lists the nodes that live.
final class ListNodes {

    private static final LuaScript SCRIPT = LuaScript.beside(ListNodes.class, "list-nodes.lua");
    private static final int MOST_NODES = 1024;

    static ScriptCall<List<NodeRecord>> call() {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.nodesAlive(), RegistryKeys.nodeRecords()),
                new ScriptArguments().add(MOST_NODES),
                reply -> IntStream.range(0, reply.size())
                        .mapToObj(i -> decoded(reply.bytes(i)))
                        .toList());
    }

    private static NodeRecord decoded(ByteString bytes) {
        try {
            return ProtoCodec.of(NodeRecord.class).decode(bytes);
        } catch (DecodeException e) {
            throw new IllegalStateException("a node announced itself with something else than a node record", e);
        }
    }

    private ListNodes() {}
}
