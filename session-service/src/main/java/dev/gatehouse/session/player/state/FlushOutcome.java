package dev.gatehouse.session.player.state;

import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import java.util.List;

/// What came of a client's flush.
public sealed interface FlushOutcome<M extends PlayerModel> {

    /// Both sides agree.
    ///
    /// @param entry for the journal, before the client hears of it
    /// @param failures what the game's code threw, for the log
    record Accepted<M extends PlayerModel>(
            PlayerState<M> state, JournalEntry.Flushed entry, List<OpResult> results, List<Throwable> failures)
            implements FlushOutcome<M> {}

    /// The two sides reached different models. Nothing changed here.
    ///
    /// @param ours what the client's steps lead to on this side
    /// @param ops the client's steps as the journal would have them
    /// @param op the index of the step after which they differ; of the last one, where
    ///     each had no checksum of its own
    /// @param theirs the client's checksum there
    record Mismatch<M extends PlayerModel>(Timeline<M> ours, List<Op> ops, int op, String theirs)
            implements FlushOutcome<M> {}

    /// No honest client sends this. Nothing changed here.
    record Rejected<M extends PlayerModel>(String why) implements FlushOutcome<M> {}
}
