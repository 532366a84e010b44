package dev.gatehouse.session.player.desync;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.Replay;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.session.player.desync.DesyncBundle.MemberDifference;
import dev.gatehouse.session.player.state.StoredPlayers;
import dev.gatehouse.session.player.state.UnreadablePlayerException;
import java.util.ArrayList;
import java.util.List;

/// Plays a desync again with the game's code as it is here.
///
/// @param from the checksum where both sides still agreed
/// @param steps of the flush, up to the one after which they differ
/// @param differences between what came out here and what the client had, if it reported that
public record DesyncReplay(String from, List<Step> steps, List<MemberDifference> differences) {

    /// @param result of an action; `ok` for ticks
    /// @param checksum after it
    public record Step(Op op, String result, String checksum) {}

    /// Whether what comes out is what the server came to then: its code and the code here do the same.
    public boolean repeats(DesyncBundle bundle) {
        var reached = steps.isEmpty() ? from : steps.getLast().checksum();
        return reached.equals(bundle.server());
    }

    /// @throws UnreadablePlayerException if the bundle is not of this game, or cannot be played
    public static <M extends PlayerModel> DesyncReplay of(GameModel<M> game, DesyncBundle bundle)
            throws UnreadablePlayerException {
        var state =
                StoredPlayers.decode(game, bundle.snapshot(), bundle.entries()).state();
        var now = state.timeline();
        var steps = new ArrayList<Step>();
        for (var op :
                bundle.ops().subList(0, Math.min(bundle.op() + 1, bundle.ops().size()))) {
            var replayed = step(now, op);
            now = replayed.timeline();
            var result = replayed.results().stream()
                    .findFirst()
                    .map(OpResult::result)
                    .orElse("ok");
            steps.add(new Step(op, result, now.checksum()));
        }
        return new DesyncReplay(
                state.timeline().checksum(), List.copyOf(steps), differences(game, state.after(bundle.ops()), bundle));
    }

    private static <M extends PlayerModel> Replay.Replayed<M> step(Timeline<M> now, Op op)
            throws UnreadablePlayerException {
        return switch (now.replay(List.of(op))) {
            case Replay.Replayed<M> replayed -> replayed;
            case Replay.Rejected<M>(var _, var why) -> throw new UnreadablePlayerException(why);
            case Replay.Diverged<M>(var _, var _) ->
                throw new UnreadablePlayerException("a step that says its own checksum");
        };
    }

    private static <M extends PlayerModel> List<MemberDifference> differences(
            GameModel<M> game, M ours, DesyncBundle bundle) throws UnreadablePlayerException {
        var theirs = bundle.model();
        if (theirs == null) {
            return List.of();
        }
        try {
            return Desync.differences(game, ours, theirs);
        } catch (DecodeException e) {
            throw new UnreadablePlayerException("the client's model", e);
        }
    }
}
