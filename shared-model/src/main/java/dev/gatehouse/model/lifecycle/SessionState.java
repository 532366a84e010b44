package dev.gatehouse.model.lifecycle;

/// What a game sees of its session. The game never sees sockets come and go.
public enum SessionState {
    /// Not connected, and not trying to be.
    OFFLINE,
    /// Connecting for the first time, or again after a loss.
    RECOVERING,
    /// Connected and ready.
    ACTIVE,
    /// Ended by force, and reconnecting is pointless. Not only a moderator's ban.
    BANNED
}
