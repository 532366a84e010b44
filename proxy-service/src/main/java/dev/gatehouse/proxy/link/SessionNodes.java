package dev.gatehouse.proxy.link;

import dev.gatehouse.model.id.NodeId;
import java.util.Optional;

/// The session-service nodes that are linked right now. Safe to use from any thread.
public interface SessionNodes {

    Optional<SessionNode> linked(NodeId node);

    /// Whether a node's link broke and could not be opened again: whatever it held is up to others.
    boolean isGone(NodeId node);

    /// Whether there is at least one.
    boolean any();
}
