package dev.gatehouse.session.player.desync;

/// Why nobody can look at a desync later.
public enum NotKept {
    TOO_LARGE,
    /// Its game, or its player, has had as much of them as it may in a day.
    TOO_MANY,
    NOT_STORED
}
