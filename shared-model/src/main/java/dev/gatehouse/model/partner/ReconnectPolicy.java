package dev.gatehouse.model.partner;

import dev.gatehouse.model.schema.Member;

/// What becomes of a player's seat whom the instance's server has let in, and whose sessions have all
/// ended since: once the player comes with a new one.
public enum ReconnectPolicy {

    /// The player hears at once where to go.
    @Member(0)
    REQUIRED,

    /// The player is asked whether it comes: who declines loses the seat, and the server hears of it.
    @Member(1)
    OPTIONAL,

    /// The seat is gone.
    @Member(2)
    OFF
}
