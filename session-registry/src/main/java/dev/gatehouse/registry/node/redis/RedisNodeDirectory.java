package dev.gatehouse.registry.node.redis;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.redis.Scripts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// The node directory in Redis.
public final class RedisNodeDirectory implements NodeDirectory {

    private final Scripts scripts;

    public RedisNodeDirectory(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<Void> announce(NodeRecord node, Duration ttl) {
        return scripts.run(AnnounceNode.call(node, ttl)).thenAccept(_ -> {});
    }

    @Override
    public CompletionStage<Void> withdraw(NodeId node) {
        return scripts.run(WithdrawNode.call(node)).thenAccept(_ -> {});
    }

    @Override
    public CompletionStage<List<NodeRecord>> live(NodeRole role) {
        return scripts.run(ListNodes.call())
                .thenApply(nodes -> nodes.stream()
                        .filter(node -> node.role() == role)
                        .sorted(Comparator.comparing(node -> node.id().value()))
                        .toList());
    }
}
