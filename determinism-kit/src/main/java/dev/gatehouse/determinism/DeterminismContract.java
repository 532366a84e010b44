package dev.gatehouse.determinism;

import dev.gatehouse.determinism.code.CodeCheck;
import dev.gatehouse.determinism.process.OtherProcess;
import dev.gatehouse.determinism.replay.Disagreement;
import dev.gatehouse.determinism.replay.RandomSteps;
import dev.gatehouse.determinism.replay.Recording;
import dev.gatehouse.determinism.replay.ReplayedGame;
import dev.gatehouse.determinism.replay.Run;
import dev.gatehouse.determinism.replay.Step;
import dev.gatehouse.determinism.replay.Trace;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.PlayerModel;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// Shows that a game's actions, ticks and migrations give the same result on every machine. A game's test
/// implements it, has a constructor without parameters, and inherits the tests:
///
/// ```java
/// class DeterminismIT implements DeterminismContract<Player> {
///     @Override
///     public GameModel<Player> game() {
///         return Goldrush.MODEL;
///     }
/// }
/// ```
public interface DeterminismContract<M extends PlayerModel> extends ReplayedGame<M> {

    /// The system property that says from which seed random steps are made, as a failure has shown it.
    String SEED = "gatehouse.determinism.seed";

    /// The model from which the steps are run: a new player's, unless overridden.
    default M start() {
        return game().newPlayer(new PlayerId("determinism"));
    }

    /// The steps: 500 random ones made of the actions' shapes, unless overridden.
    ///
    /// @param random the same for the same seed
    default List<Step<M>> steps(RandomGenerator random) {
        return RandomSteps.of(game(), random, 500);
    }

    /// Actions that come to `ok` in none of the steps: none, unless overridden. What such an action does to a model is
    /// not compared; name it where nothing that [#steps] may hold leads to it, and as long as that is so.
    default Set<Class<? extends Action<M>>> maySucceedNowhere() {
        return Set.of();
    }

    /// A class of each further jar or folder that holds logic of the game: none, unless overridden.
    default List<Class<?>> elsewhere() {
        return List.of();
    }

    /// Runs every step, and looks for actions that were refused or threw in all of theirs: the
    /// other tests compare nothing of what they do. Refuses the names of others as well, which
    /// would excuse an action long after it succeeds.
    @Test
    default void succeedsWithEachAction(TestReporter reporter) throws DecodeException {
        var recording = recording(reporter);
        var run = new Run<>(game());
        var missed = run.withoutSuccess(recording, run.trace(recording));
        var excused = maySucceedNowhere();
        refuse(
                missed.stream().filter(action -> !excused.contains(action)),
                "never came to ok (expected: once, or named in maySucceedNowhere");
        refuse(
                game().actions().stream().filter(action -> excused.contains(action) && !missed.contains(action)),
                "came to ok (expected: never, as named in maySucceedNowhere");
    }

    private void refuse(Stream<? extends Class<?>> actions, String why) {
        var names = actions.map(Class::getSimpleName).collect(Collectors.joining(", "));
        if (!names.isEmpty()) {
            throw new AssertionError("%s: %s; -D%s=%d)".formatted(names, why, SEED, seed()));
        }
    }

    /// Runs each action at once where it may run unsynchronized, also where the other tests let the client run it, and
    /// looks for changes of what is in the checksum: a node refuses those.
    @Test
    default void touchesNoChecksumAtOnce(TestReporter reporter) throws DecodeException {
        var touches = new Run<>(game()).touches(recording(reporter));
        if (!touches.isEmpty()) {
            var start = "changed at once what is in the checksum (-D%s=%d):\n  ".formatted(SEED, seed());
            throw new AssertionError(
                    touches.stream().map(String::valueOf).collect(Collectors.joining("\n  ", start, "")));
        }
    }

    /// Runs every step twice, on copies of the model.
    @Test
    default void givesTheSameResultOnCopies(TestReporter reporter) throws DecodeException {
        var recording = recording(reporter);
        var run = new Run<>(game());
        var first = run.trace(recording);
        agree(recording, first, run.traceOnCopies(recording, first), "on a copy");
    }

    /// Runs every step here and in a process with another locale, time zone, charset and hash seed.
    @Test
    @SuppressWarnings("unchecked") // The class of this game is a class of such games.
    default void givesTheSameResultInAnotherProcess(TestReporter reporter) throws DecodeException {
        var recording = recording(reporter);
        var here = new Run<>(game()).trace(recording);
        var there = OtherProcess.trace((Class<? extends ReplayedGame<?>>) getClass(), recording);
        agree(recording, here, there, "in another process");
    }

    /// Reads the code that the steps can reach.
    @Test
    default void callsNothingThatDiffersElsewhere() {
        var findings = CodeCheck.of(game(), elsewhere());
        if (!findings.isEmpty()) {
            throw new AssertionError(findings.stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining("\n  ", "not the same everywhere:\n  ", "")));
        }
    }

    private Recording recording(TestReporter reporter) {
        reporter.publishEntry(SEED, String.valueOf(seed()));
        return new Run<>(game()).record(start(), Instant.EPOCH, steps(new SplittableRandom(seed())));
    }

    private void agree(Recording recording, Trace one, Trace other, String where) throws DecodeException {
        var first = Disagreement.between(game(), recording, one, other);
        if (first.isPresent()) {
            throw new AssertionError(
                    "another result %s after %s (-D%s=%d)".formatted(where, first.get(), SEED, seed()));
        }
    }

    private static long seed() {
        return Long.getLong(SEED, 1);
    }
}
