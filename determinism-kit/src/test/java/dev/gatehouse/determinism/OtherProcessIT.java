package dev.gatehouse.determinism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.determinism.process.OtherProcess;
import dev.gatehouse.determinism.replay.RandomSteps;
import dev.gatehouse.determinism.replay.Run;
import dev.gatehouse.determinism.replay.Trace;
import dev.gatehouse.model.codec.DecodeException;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@SuppressWarnings("JUnitMethodInvoked") // What fails in a game's tests is tested here.
class OtherProcessIT {

    @Test
    @DisplayName("F52: the same steps in a process with another locale, time zone and hash seed: the same checksums")
    void agreesOnEveryStepOfAnHonestGame() throws DecodeException {
        var bazaar = new Bazaar();
        var run = new Run<>(bazaar.game());
        var steps = RandomSteps.of(bazaar.game(), new SplittableRandom(52), 2_000);
        var recording = run.record(bazaar.start(), Instant.EPOCH, steps);

        var here = run.trace(recording);
        var there = OtherProcess.trace(Bazaar.class, recording);

        long models =
                here.steps().stream().map(Trace.After::checksum).distinct().count();
        System.out.printf(
                "F52: %d steps over %d models, %d differ in another process%n",
                here.steps().size(), models, differing(here.steps(), there.steps()));
        assertThat(there).isEqualTo(here);
        assertThat(models).isGreaterThan(500);
    }

    @Test
    void namesTheStepAndTheMemberThatDifferInAnotherLocale() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new Lapse.Whispering().givesTheSameResultInAnotherProcess(_ -> {}))
                .withMessage("another result in another process after step 2, Whisper[]: "
                        + "/title: \"i was here\" -> \"\u0131 was here\" (-Dgatehouse.determinism.seed=1)");
    }

    @Test
    void comparesResultsToo() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> new Lapse.Insisting().givesTheSameResultInAnotherProcess(_ -> {}))
                .withMessageStartingWith(
                        "another result in another process after step 2, Insist[]: result: ok -> not_here");
    }

    /// A step that only one of them has differs.
    private static long differing(List<Trace.After> here, List<Trace.After> there) {
        int both = Math.min(here.size(), there.size());
        long equal = IntStream.range(0, both)
                .filter(i -> here.get(i).equals(there.get(i)))
                .count();
        return Math.max(here.size(), there.size()) - equal;
    }
}
