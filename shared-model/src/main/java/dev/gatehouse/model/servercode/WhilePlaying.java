package dev.gatehouse.model.servercode;

/// What becomes of a direct edit that a client which plays would have to see, and cannot.
public enum WhilePlaying {
    /// It is refused.
    REFUSE,
    /// The player's sessions end with 1501, and then it is done: the next session begins with it.
    KICK
}
