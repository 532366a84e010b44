package dev.gatehouse.model.servercode;

/// What came of a direct edit of a player's model.
public sealed interface EditAnswer {

    /// It is in the journal.
    record Edited() implements EditAnswer {}

    /// Nothing changed: a client plays, and would have another value of this member from here on.
    ///
    /// @param member its path, such as `gold` or `inventory[pickaxe]`
    record Refused(String member) implements EditAnswer {}

    /// Nothing changed: what the edit made is no model that can be stored, and will not be.
    ///
    /// @param why for the log and the developer
    record NoModel(String why) implements EditAnswer {}

    /// Nobody of this id has ever played.
    record UnknownPlayer() implements EditAnswer {}

    /// The game has no player model, or the player's node does not host the game, and will not.
    record UnknownGame() implements EditAnswer {}

    /// It is not known whether it is in the journal, or it cannot be had here and now. It may be made again where twice
    /// does no harm.
    record Unavailable() implements EditAnswer {}
}
