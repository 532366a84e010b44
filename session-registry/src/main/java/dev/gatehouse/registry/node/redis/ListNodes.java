package dev.gatehouse.registry.node.redis;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.proto.ProtoCodec;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.redis.LuaScript;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.registry.redis.ScriptArguments;
import dev.gatehouse.registry.redis.ScriptCall;
import dev.gatehouse.registry.redis.ScriptReply;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Lists the nodes that live.
final class ListNodes {

    private static final LuaScript SCRIPT = LuaScript.beside(ListNodes.class, "list-nodes.lua");
    private static final int MOST_NODES = 1024;

    /// What the registry holds of them.
    ///
    /// @param unreadable how many more there are whose records only a newer version can read
    record Listed(List<NodeRecord> nodes, int unreadable) {}

    static ScriptCall<Listed> call() {
        return new ScriptCall<>(
                SCRIPT,
                List.of(RegistryKeys.nodesAlive(), RegistryKeys.nodeRecords()),
                new ScriptArguments().add(MOST_NODES),
                ListNodes::read);
    }

    private static Listed read(ScriptReply reply) {
        var nodes = IntStream.range(0, reply.size())
                .mapToObj(i -> decoded(reply.bytes(i)))
                .flatMap(Optional::stream)
                .toList();
        return new Listed(nodes, reply.size() - nodes.size());
    }

    private static Optional<NodeRecord> decoded(ByteString bytes) {
        try {
            return Optional.of(ProtoCodec.of(NodeRecord.class).decode(bytes));
        } catch (DecodeException _) {
            return Optional.empty();
        }
    }

    private ListNodes() {}
}
