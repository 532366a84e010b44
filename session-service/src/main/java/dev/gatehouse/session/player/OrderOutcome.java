package dev.gatehouse.session.player;

import dev.gatehouse.model.player.PlayerModel;

/// What came of an [ActionOrder].
sealed interface OrderOutcome<M extends PlayerModel> {

    /// It was given out or run.
    ///
    /// @param entry for the journal, before anybody hears of it
    record Done<M extends PlayerModel>(PlayerState<M> state, JournalEntry entry, long id) implements OrderOutcome<M> {}

    /// Nothing happened.
    record NotDone<M extends PlayerModel>(ActionAnswer answer) implements OrderOutcome<M> {}
}
