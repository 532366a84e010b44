package dev.gatehouse.model.lifecycle;

import dev.gatehouse.model.schema.Member;

/// Where a game instance is in its life. [InstanceLifecycle] holds the legal moves.
public enum InstanceState {
    /// Asked for and recorded; nobody has been asked for a server yet.
    @Member(0)
    CREATED,
    /// A provider has been asked for a server.
    @Member(1)
    ALLOCATING,
    /// The provider has a server for it, which has not linked yet.
    @Member(2)
    ALLOCATED,
    /// The server has linked with its partner tokens.
    @Member(3)
    LINKED,
    /// The server has taken the players.
    @Member(4)
    RUNNING,
    /// Over as intended.
    @Member(5)
    ENDED,
    /// Never got a linked server.
    @Member(6)
    FAILED,
    /// Lost its server.
    @Member(7)
    TERMINATED,
    /// Nobody touched it for too long, or it reached the longest time it may last.
    @Member(8)
    EXPIRED
}
