package dev.gatehouse.model.servercode;

/// What came of a direct edit of a player's model.
public sealed interface EditAnswer {

    /// It is in the journal.
    record Edited() implements EditAnswer {}

    /// Nothing changed: a client plays, and would have another value of this member from here on.
    ///
    /// @param member its path, such as `gold` or `inventory[pickaxe]`
    record Touches(String member) implements EditAnswer {}

    /// Nothing changed: what the edit made of the model at hand is none that can be stored.
    ///
    /// @param why for the log and the developer
    record NoModel(String why) implements EditAnswer {}

    /// Nobody of this id has ever played. The first login makes the player.
    record UnknownPlayer() implements EditAnswer {}

    /// What is stored of the player cannot be read by the game as it is here, and stays as it is for a version that
    /// can.
    record Unreadable() implements EditAnswer {}

    /// The game has no player model, or the player's node does not host the game.
    record UnknownGame() implements EditAnswer {}

    /// It is not known whether it is in the journal, or it cannot be had here and now. It may be made again where twice
    /// does no harm.
    record Unavailable() implements EditAnswer {}
}
