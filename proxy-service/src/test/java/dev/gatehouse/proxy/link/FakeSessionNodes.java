package dev.gatehouse.proxy.link;

import dev.gatehouse.model.id.NodeId;
import java.util.List;
import java.util.Optional;

/// Nodes that are linked all the time.
public record FakeSessionNodes(List<SessionNode> nodes) implements SessionNodes {

    public static FakeSessionNodes of(SessionNode... nodes) {
        return new FakeSessionNodes(List.of(nodes));
    }

    @Override
    public Optional<SessionNode> linked(NodeId node) {
        return nodes.stream().filter(it -> it.id().equals(node)).findFirst();
    }

    @Override
    public boolean any() {
        return !nodes.isEmpty();
    }
}
