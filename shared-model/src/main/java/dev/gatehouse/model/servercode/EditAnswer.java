package dev.gatehouse.model.servercode;

/// What came of a direct edit of a player's model.
public sealed interface EditAnswer {

    /// It is in the journal.
    record Edited() implements EditAnswer {}

    /// Nothing changed: a client plays, and would have another value of this member from here on.
    ///
    /// @param member its path, such as `gold` or `inventory[pickaxe]`
    record Refused(String member) implements EditAnswer {}

    /// The player has never played, is another node's, or it is not known whether it was stored.
    record Unavailable() implements EditAnswer {}
}
