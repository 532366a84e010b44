package dev.gatehouse.simulation.registry;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// The live nodes over a line.
public final class RemoteNodes implements NodeDirectory {

    private final RegistryLine line;
    private final NodeDirectory there;

    public RemoteNodes(RegistryLine line, NodeDirectory there) {
        this.line = line;
        this.there = there;
    }

    @Override
    public CompletionStage<Void> announce(NodeRecord node, Duration ttl) {
        return line.run(() -> Answers.of(there.announce(node, ttl)));
    }

    @Override
    public CompletionStage<Void> withdraw(NodeId node) {
        return line.run(() -> Answers.of(there.withdraw(node)));
    }

    @Override
    public CompletionStage<List<NodeRecord>> live(NodeRole role) {
        return line.run(() -> Answers.of(there.live(role)));
    }

    @Override
    public CompletionStage<Set<GameId>> withInstanceRules() {
        return line.run(() -> Answers.of(there.withInstanceRules()));
    }
}
