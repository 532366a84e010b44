package dev.gatehouse.determinism.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.ActionCode;
import dev.gatehouse.model.player.ActionContext;
import dev.gatehouse.model.player.ClientAction;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RandomStepsTest {

    @Test
    void makesTheSameStepsOfTheSameSeed() {
        assertThat(steps(7)).isEqualTo(steps(7)).isNotEqualTo(steps(8));
    }

    @Test
    void usesEveryActionAndTicks() {
        var kinds = steps(1).stream()
                .map(step -> step instanceof Step.Acts<Box>(var action)
                        ? action.getClass().getSimpleName()
                        : "ticks")
                .collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder("ticks", "Put", "Even");
    }

    @Test
    void triesAgainWhatAConstructorRefuses() {
        assertThat(steps(1))
                .filteredOn(step -> step instanceof Step.Acts<Box>(Even _))
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step)
                        .isInstanceOfSatisfying(
                                Step.Acts.class,
                                acts -> assertThat(((Even) acts.action()).number() % 2)
                                        .isZero()));
    }

    @Test
    void namesAnActionThatTakesNothing() {
        var game = game(List.of(Never.class));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> RandomSteps.of(game, new SplittableRandom(1), 100))
                .withMessageEndingWith("Never: refuses every random value (expected: steps given)");
    }

    private static List<Step<Box>> steps(long seed) {
        return RandomSteps.of(game(List.of(Put.class, Even.class)), new SplittableRandom(seed), 200);
    }

    private static GameModel<Box> game(List<Class<? extends Action<Box>>> actions) {
        return GameModel.of(Box.class, player -> new Box(0)).actions(actions).build();
    }

    record Box(@Member(1) int count) implements PlayerModel {}

    @ActionCode(1)
    record Put(
            @Member(1) int number,
            @Member(2) String text,
            @Member(3) List<Box> boxes) implements ClientAction<Box> {
        @Override
        public Outcome<Box> execute(Box box, ActionContext context) {
            return Outcome.of(box);
        }
    }

    @ActionCode(2)
    record Even(@Member(1) int number) implements ClientAction<Box> {
        Even {
            if (number % 2 != 0) {
                throw new IllegalArgumentException("number: " + number + " (expected: even)");
            }
        }

        @Override
        public Outcome<Box> execute(Box box, ActionContext context) {
            return Outcome.of(box);
        }
    }

    @ActionCode(3)
    record Never() implements ClientAction<Box> {
        Never {
            throwAlways();
        }

        private static void throwAlways() {
            throw new IllegalArgumentException("never");
        }

        @Override
        public Outcome<Box> execute(Box box, ActionContext context) {
            return Outcome.of(box);
        }
    }
}
