package dev.gatehouse.session.player.state;

import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.session.player.answer.ActionAnswer;
import org.jspecify.annotations.Nullable;

/// What came of an [dev.gatehouse.session.player.answer.ActionOrder].
public sealed interface OrderOutcome<M extends PlayerModel> {

    /// It was given out or run.
    ///
    /// @param entry for the journal, before anybody hears of it
    record Done<M extends PlayerModel>(PlayerState<M> state, JournalEntry entry, long id) implements OrderOutcome<M> {}

    /// The action said no, or threw, and changed nothing. Its key is as good as unused.
    ///
    /// @param result the game's own, or [dev.gatehouse.model.player.Outcome#THREW]
    /// @param failure what it threw
    record Declined<M extends PlayerModel>(
            String result, @Nullable Throwable failure) implements OrderOutcome<M> {}

    /// Nothing happened.
    record NotDone<M extends PlayerModel>(ActionAnswer answer) implements OrderOutcome<M> {}
}
