package dev.gatehouse.session.player.answer;

import dev.gatehouse.model.id.NodeId;

/// What the caller of a direct edit hears.
public sealed interface EditOutcome {

    /// It is in the journal.
    record Edited() implements EditOutcome {}

    /// A client plays and would miss it, so nothing changed.
    ///
    /// @param member its path
    record Missed(String member) implements EditOutcome {}

    /// What came out is no model of the game's, or cannot be stored.
    record NoModel(String why) implements EditOutcome {}

    /// The game has no player model, or this node does not host the game.
    record UnknownGame() implements EditOutcome {}

    /// Nobody of this id has ever played.
    record UnknownPlayer() implements EditOutcome {}

    /// What is stored cannot be read.
    record Unreadable() implements EditOutcome {}

    /// Ask that node.
    record OwnedElsewhere(NodeId owner) implements EditOutcome {}

    /// It is not known whether it was stored, or it cannot be stored now.
    record Unavailable() implements EditOutcome {}
}
