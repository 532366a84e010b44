package dev.gatehouse.benchmarks.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.benchmarks.swarm.Trip.Flushes;
import dev.gatehouse.benchmarks.swarm.Trip.Gold;
import dev.gatehouse.benchmarks.swarm.Trip.Passage;
import dev.gatehouse.benchmarks.swarm.Trip.Timings;
import dev.gatehouse.client.Statistics;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InvariantsTest {

    /// Two flushes asked for, and a third for the cut.
    private static final Load LOAD = new Load(2, 5, 1, Duration.ZERO);

    private static final Gold GOLD = new Gold(10, 15, 25, 25);
    private static final Flushes FLUSHES = new Flushes(3, List.of(1L, 2L, 4L), List.of(1L, 2L, 3L, 4L));
    private static final Passage PASSAGE = new Passage(2, 0, 1, 0);
    private static final Statistics NUMBERS = new Statistics(4, 4, 4, 4, 1, 0, 1, 0, 2, 1, 1);

    @Test
    void holdForAGuestThatLostNothing() {
        assertThat(broken(GOLD, FLUSHES, NUMBERS)).isEmpty();
    }

    @Test
    void noticeAnAnswerThatCameTwice() {
        var flushes = new Flushes(3, List.of(1L, 2L, 4L), List.of(1L, 2L, 2L, 4L));

        assertThat(broken(GOLD, flushes, NUMBERS)).containsExactly("flush 2 was answered more than once");
    }

    @Test
    void noticeOneAnswerToTwoCalls() {
        var flushes = new Flushes(3, List.of(1L, 2L, 2L), List.of(1L, 2L, 4L));

        assertThat(broken(GOLD, flushes, NUMBERS)).containsExactly("flush 2 is the answer to more than one call");
    }

    @Test
    void noticeAnAnswerThatNeverCame() {
        var flushes = new Flushes(3, List.of(1L, 2L), List.of(1L, 2L, 4L));

        assertThat(broken(GOLD, flushes, NUMBERS)).containsExactly("flushes answered: 2 (expected: asked for, 3)");
    }

    @Test
    void noticeGoldThatIsMissingHere() {
        assertThat(broken(new Gold(10, 15, 24, 24), FLUSHES, NUMBERS))
                .containsExactly("gold here: 24 (expected: before and dug, 25)");
    }

    @Test
    void noticeGoldThatTheServerLostOrDoubled() {
        assertThat(broken(new Gold(10, 15, 25, 20), FLUSHES, NUMBERS))
                .containsExactly("gold kept by the server: 20 (expected: here, 25)");
        assertThat(broken(new Gold(10, 15, 25, 30), FLUSHES, NUMBERS))
                .containsExactly("gold kept by the server: 30 (expected: here, 25)");
    }

    @Test
    void noticeMessagesThatWereLost() {
        assertThat(broken(GOLD, FLUSHES, new Statistics(4, 3, 4, 4, 0, 0, 0, 0, 2, 1, 1)))
                .containsExactly("messages acknowledged: 3 (expected: sent, 4)");
        assertThat(broken(GOLD, FLUSHES, new Statistics(4, 4, 5, 4, 0, 1, 0, 0, 2, 1, 1)))
                .containsExactly("messages handled: 4 (expected: received, 5)", "gaps: 1 (expected: none, 0)");
    }

    @Test
    void noticeASessionThatCouldNotBeResumed() {
        assertThat(broken(GOLD, FLUSHES, new Statistics(4, 4, 4, 4, 0, 0, 0, 0, 2, 0, 2)))
                .containsExactly(
                        "sessions: 2 (expected: one, 1)", "resumes: 0 (expected: at least one for each cut, 1)");
    }

    @Test
    void sayWhyAGuestDidNotFinishAndLeaveTheRest() {
        var trip = trip(new Gold(0, 5, 0, null), new Flushes(1, List.of(), List.of(1L, 1L)), NUMBERS, "out of time");

        assertThat(Invariants.broken(LOAD, trip))
                .containsExactly("flush 1 was answered more than once", "did not finish: out of time");
    }

    private static List<String> broken(Gold gold, Flushes flushes, Statistics numbers) {
        return Invariants.broken(LOAD, trip(gold, flushes, numbers, null));
    }

    private static Trip trip(Gold gold, Flushes flushes, Statistics numbers, @Nullable String trouble) {
        return new Trip(
                gold, flushes, numbers, PASSAGE, new Timings(List.of(), List.of(), List.of(), null, null), trouble);
    }
}
