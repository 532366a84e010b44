package dev.gatehouse.proxy.link;

import dev.gatehouse.model.id.NodeId;
import java.util.Optional;

/// The session-service nodes that are linked right now. Safe to use from any thread.
public interface SessionNodes {

    Optional<SessionNode> linked(NodeId node);

    /// Whether there is at least one.
    boolean any();
}
