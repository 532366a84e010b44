package dev.gatehouse.session.player.answer;

import dev.gatehouse.model.id.NodeId;

/// What the caller of a server action hears.
public sealed interface ActionAnswer {

    /// It is in the journal.
    ///
    /// @param id the action's, which the client sees too
    record Accepted(long id) implements ActionAnswer {}

    /// The action itself said no, or threw: nothing changed, nobody hears of it, and its key is as good as unused.
    ///
    /// @param result the game's own, or `threw`
    record Declined(String result) implements ActionAnswer {}

    /// It would have changed a member that is in the checksum, so nothing changed.
    ///
    /// @param member its path
    record Touches(String member) implements ActionAnswer {}

    /// The game has no such action, it may not run that way, or its arguments do not fit.
    record UnknownAction(String why) implements ActionAnswer {}

    /// Too many synchronized actions wait for this player already.
    record TooManyWaiting() implements ActionAnswer {}

    /// The game has no player model, or this node does not host the game.
    record UnknownGame() implements ActionAnswer {}

    /// Nobody of this id has ever played.
    record UnknownPlayer() implements ActionAnswer {}

    /// What is stored cannot be read.
    record Unreadable() implements ActionAnswer {}

    /// Ask that node.
    record OwnedElsewhere(NodeId owner) implements ActionAnswer {}

    /// It is not known whether it was stored, or it cannot be stored now. With a key, asking again is safe.
    record Unavailable() implements ActionAnswer {}
}
