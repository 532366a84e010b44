package dev.gatehouse.proxy.link;

import dev.gatehouse.model.id.NodeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Nodes that are linked until they are lost.
public final class FakeSessionNodes implements SessionNodes {

    private final List<SessionNode> nodes;
    private final List<NodeId> gone = new ArrayList<>();

    private FakeSessionNodes(List<SessionNode> nodes) {
        this.nodes = new ArrayList<>(nodes);
    }

    public static FakeSessionNodes of(SessionNode... nodes) {
        return new FakeSessionNodes(List.of(nodes));
    }

    /// The link to this node breaks, and cannot be opened again.
    public void lose(NodeId node) {
        nodes.removeIf(it -> it.id().equals(node));
        gone.add(node);
    }

    @Override
    public Optional<SessionNode> linked(NodeId node) {
        return nodes.stream().filter(it -> it.id().equals(node)).findFirst();
    }

    @Override
    public boolean isGone(NodeId node) {
        return gone.contains(node);
    }

    @Override
    public boolean any() {
        return !nodes.isEmpty();
    }
}
