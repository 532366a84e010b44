package dev.gatehouse.model.player;

import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import java.util.List;

/// What came of replaying a flush.
public sealed interface Replay<M extends PlayerModel> {

    /// Every step was run.
    ///
    /// @param results one for each action among the steps, the client's and the server's, in order
    /// @param failures what actions and ticks threw, for the log; at most [#MAX_FAILURES]
    record Replayed<M extends PlayerModel>(Timeline<M> timeline, List<OpResult> results, List<Throwable> failures)
            implements Replay<M> {}

    /// A step cannot be run, so none counts: no honest client sends it.
    ///
    /// @param op the index of the step, from 0
    /// @param why for the log and the developer; never shows argument values
    record Rejected<M extends PlayerModel>(int op, String why) implements Replay<M> {}

    /// The steps led to another model than the client says; this is the one where the two came apart.
    ///
    /// @param op the index of the step, from 0
    /// @param timeline after it, on this side
    record Diverged<M extends PlayerModel>(int op, Timeline<M> timeline) implements Replay<M> {}

    int MAX_FAILURES = 8;
}
