package dev.gatehouse.model.link;

import dev.gatehouse.model.schema.Member;

/// What a proxy says about a token that a client shows within its session.
public enum TokenVerdict {
    /// It is this player's, and good for this game.
    @Member(0)
    GOOD,
    /// It is wrong, or has expired.
    @Member(1)
    INVALID,
    /// It is another player's, or not for this game.
    @Member(2)
    NOT_ALLOWED,
    /// That cannot be found out now.
    @Member(3)
    UNAVAILABLE
}
