package dev.gatehouse.registry.node.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.redis.Scripts;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The node directory in Redis.
public final class RedisNodeDirectory implements NodeDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(RedisNodeDirectory.class);

    private final Scripts scripts;
    private final AtomicInteger unreadable = new AtomicInteger();

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
                .thenApply(this::readable)
                .thenApply(nodes -> nodes.stream()
                        .filter(node -> node.role() == role)
                        .sorted(Comparator.comparing(node -> node.id().value()))
                        .toList());
    }

    @Override
    public CompletionStage<Set<GameId>> withInstanceRules() {
        return scripts.run(ListRuledGames.call());
    }

    /// Says once, and not with every list, that nodes are passed over.
    private List<NodeRecord> readable(ListNodes.Listed listed) {
        int before = unreadable.getAndSet(listed.unreadable());
        if (listed.unreadable() > before) {
            LOG.warn("{} live nodes are passed over: only a newer version can read them", listed.unreadable());
        }
        return listed.nodes();
    }
}
