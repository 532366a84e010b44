package dev.gatehouse.determinism.replay;

import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Makes steps of a game from the shapes of its actions.
public final class RandomSteps {

    private static final int MOST_TICKS = 20;
    private static final int ONE_IN_TICKS = 5;

    /// An action whose constructor refuses this many values one after the other needs steps of the game's own.
    private static final int MOST_REFUSED = 1_000;

    /// @return each action about as often as any other, and ticks between them
    /// @throws IllegalArgumentException naming an action whose constructor refuses whatever is tried
    public static <M extends PlayerModel> List<Step<M>> of(GameModel<M> game, RandomGenerator random, int count) {
        var values = new RandomValues(random);
        var actions = List.copyOf(game.actions());
        var steps = new ArrayList<Step<M>>();
        for (int i = 0; i < count; i++) {
            steps.add(
                    actions.isEmpty() || random.nextInt(ONE_IN_TICKS) == 0
                            ? Step.ticks(1 + random.nextInt(MOST_TICKS))
                            : Step.action(action(actions.get(random.nextInt(actions.size())), values)));
        }
        return steps;
    }

    private static <A extends Action<?>> A action(Class<A> type, RandomValues values) {
        RuntimeException refusal = null;
        for (int i = 0; i < MOST_REFUSED; i++) {
            try {
                return type.cast(values.of(Schema.of(type).shape()));
            } catch (RuntimeException e) {
                // Constructors say what they do not take; another value may do.
                refusal = e;
            }
        }
        throw new IllegalArgumentException(
                type.getName() + ": refuses every random value (expected: steps given)", refusal);
    }

    private RandomSteps() {}
}
