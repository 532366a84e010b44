package dev.gatehouse.model.servercode;

/// What came of giving a server action to a player.
public sealed interface GiveAnswer {

    /// It is in the journal. One that is synchronized has a place in the player's timeline, where it may still refuse.
    record Given() implements GiveAnswer {}

    /// The action itself said no, or threw: nothing changed, and nobody hears of it.
    ///
    /// @param result its own, or `threw`
    record Refused(String result) implements GiveAnswer {}

    /// It is unsynchronized and would have changed a member that is in the checksum, so nothing changed.
    ///
    /// @param member its path
    record Touches(String member) implements GiveAnswer {}

    /// Too many synchronized actions wait for this player already.
    record TooManyWaiting() implements GiveAnswer {}

    /// Nobody of this id has ever played. The first login makes the player.
    record UnknownPlayer() implements GiveAnswer {}

    /// What is stored of the player cannot be read by the game as it is here, and stays as it is for a version that
    /// can.
    record Unreadable() implements GiveAnswer {}

    /// The player's node does not take such an action.
    ///
    /// @param why for the log and the developer
    record UnknownAction(String why) implements GiveAnswer {}

    /// It is not known whether it is in the journal, or it cannot be had here and now. Under a key it may be given
    /// again.
    record Unavailable() implements GiveAnswer {}
}
