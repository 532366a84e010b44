package dev.gatehouse.determinism.replay;

import dev.gatehouse.determinism.replay.Trace.After;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.ModelDiff;
import dev.gatehouse.model.player.ActionKind;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.schema.RecordShape;
import dev.gatehouse.model.schema.Schema;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/// The first step after which two runs of one recording differ.
///
/// @param step its index, from 0
/// @param what the action with its arguments, or the ticks
/// @param member where the models differ, as a JSON pointer with both values; or the two results
public record Disagreement(int step, String what, String member) {

    /// @return empty if the runs agree in all of their steps
    /// @throws DecodeException if they are not of this game
    public static <M extends PlayerModel> Optional<Disagreement> between(
            GameModel<M> game, Recording recording, Trace one, Trace other) throws DecodeException {
        for (int i = 0; i < recording.steps().size(); i++) {
            var here = one.steps().get(i);
            var there = other.steps().get(i);
            if (!here.equals(there)) {
                return Optional.of(new Disagreement(i, what(game, recording, i), difference(game, here, there)));
            }
        }
        return Optional.empty();
    }

    private static String what(GameModel<?> game, Recording recording, int step) throws DecodeException {
        var recorded = recording.steps().get(step);
        var call = recorded.action();
        if (call == null) {
            return recorded.ticks() + " ticks";
        }
        var kind = Arrays.stream(ActionKind.values())
                .filter(each -> game.knows(call.code(), each))
                .findFirst()
                .orElseThrow();
        return game.decode(call, kind).toString();
    }

    private static <M extends PlayerModel> String difference(GameModel<M> game, After here, After there)
            throws DecodeException {
        if (!here.result().equals(there.result())) {
            return "result: " + here.result() + " -> " + there.result();
        }
        var ours = game.decodeModel(here.model());
        var theirs = game.decodeModel(there.model());
        var changes = ModelDiff.between(ours, theirs);
        return changes.isEmpty()
                ? hidden(game, ours, theirs)
                : changes.getFirst().toString();
    }

    /// What no player sees is not in the difference of two models.
    private static String hidden(GameModel<?> game, PlayerModel ours, PlayerModel theirs) {
        var shape = (RecordShape) Schema.of(game.type()).shape();
        return shape.members().stream()
                .filter(member -> !Objects.equals(shape.get(member, ours), shape.get(member, theirs)))
                .map(member -> "/" + member.name())
                .findFirst()
                .orElse("the checksum alone");
    }

    @Override
    public String toString() {
        return "step " + step + ", " + what + ": " + member;
    }
}
