package dev.gatehouse.model.servercode;

/// What came of giving a server action to a player.
public sealed interface GiveAnswer {

    /// It is in the journal. One that is synchronized has a place in the player's timeline, where it may still refuse.
    record Given() implements GiveAnswer {}

    /// Nothing changed, and nothing will.
    ///
    /// @param why the action's own result, or `threw`; in its place `unknown_player`,
    ///     `too_many_waiting`, or `touches` and the path of the member in the checksum that
    ///     it would have changed
    record Refused(String why) implements GiveAnswer {}

    /// It is not known whether it is in the journal, or it cannot be had here and now. Under a key it may be given
    /// again.
    record Unavailable() implements GiveAnswer {}
}
