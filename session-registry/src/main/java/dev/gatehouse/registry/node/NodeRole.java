package dev.gatehouse.registry.node;

import dev.gatehouse.model.schema.Member;

/// What a node does.
public enum NodeRole {
    @Member(0)
    PROXY,
    @Member(1)
    SESSION,
    @Member(2)
    INSTANCE
}
