package dev.gatehouse.model.lifecycle;

/// What moves a game instance from one [InstanceState] to another.
public enum InstanceTrigger {
    /// A provider was asked for a server.
    ALLOCATION_STARTED,
    /// The provider said which server it is.
    SERVER_ALLOCATED,
    /// The server opened its link and named the instance.
    SERVER_LINKED,
    /// The server took its first players.
    PLAYERS_CONNECTED,
    /// The provider refused or failed, or a deadline on the way to a linked server passed.
    START_FAILED,
    /// The server's process or its link is gone, and the time to come back is over.
    SERVER_LOST,
    /// The server, the backend or an operator asked for the end.
    END_REQUESTED,
    /// Nobody touched the instance for too long, or it reached the longest time it may last.
    EXPIRY_REACHED
}
