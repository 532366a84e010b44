package dev.gatehouse.determinism.code;

import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.ClientAction;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// A model for actions that do what they must not.
record Den(@Member(1) long count, @Member(2) String text) implements PlayerModel {

    static final Den EMPTY = new Den(0, "");

    static GameModel<Den> with(Class<? extends Action<Den>> action) {
        return GameModel.of(Den.class, player -> EMPTY).actions(List.of(action)).build();
    }

    Outcome<Den> counting(long next) {
        return Outcome.of(new Den(next, text));
    }

    Outcome<Den> saying(String next) {
        return Outcome.of(new Den(count, next));
    }

    /// Reads no clock, draws nothing: everything it uses is in the model.
    @ActionCode(1)
    record Honest(@Member(1) int amount) implements ClientAction<Den> {
        @Override
        public Outcome<Den> execute(Den den, ActionContext context) {
            var words = List.of(den.text().split(" ", -1)).stream().sorted().toList();
            return amount > 0
                    ? den.saying(String.join(" ", words))
                    : den.counting(context.now().toEpochMilli());
        }
    }
}
