package dev.gatehouse.model.lifecycle;

/// Where a game instance is in its life. [InstanceLifecycle] holds the legal moves.
public enum InstanceState {
    /// Asked for and recorded; nobody has been asked for a server yet.
    CREATED,
    /// A provider has been asked for a server.
    ALLOCATING,
    /// The provider has a server for it, which has not linked yet.
    ALLOCATED,
    /// The server has linked with its partner tokens.
    LINKED,
    /// The server has taken the players.
    RUNNING,
    /// Over as intended.
    ENDED,
    /// Never got a linked server.
    FAILED,
    /// Lost its server.
    TERMINATED,
    /// Nobody touched it for too long, or it reached the longest time it may last.
    EXPIRED
}
