package dev.gatehouse.benchmarks.hotpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.benchmarks.hotpath.Goal.Share;
import dev.gatehouse.benchmarks.hotpath.Goal.Time;
import dev.gatehouse.benchmarks.hotpath.Readings.Reading;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalTest {

    private static final Goal HALF_AS_LONG_AGAIN = new Share("A.ours", "A.theirs", 1.5);
    private static final Goal TENTH = new Share("A.ours", "A.theirs", 0.1);
    private static final Goal TWO_MICROSECONDS = new Time("A.ours", 2);

    private static Readings readings(Reading ours, Reading theirs) {
        return new Readings(Map.of("A.ours", ours, "A.theirs", theirs));
    }

    private static Readings ours(double least, double median) {
        return new Readings(Map.of("A.ours", new Reading(least, median)));
    }

    @Test
    void comparesTheLeastOfBothWhateverTheMedianIs() {
        var asLong = readings(new Reading(3, 900), new Reading(2, 2));
        var longer = readings(new Reading(3.1, 3.1), new Reading(2, 900));

        assertThat(HALF_AS_LONG_AGAIN.judge(asLong))
                .hasToString("holds   A.ours: 1.50 times A.theirs (goal: at most 1.50 times it)");
        assertThat(HALF_AS_LONG_AGAIN.judge(longer))
                .hasToString("MISSED  A.ours: 1.55 times A.theirs (goal: at most 1.50 times it)");
    }

    @Test
    void saysWhatPartOfTheOtherOneTakes() {
        var twentieth = readings(new Reading(1, 1), new Reading(20, 20));
        var ninth = readings(new Reading(1, 1), new Reading(9, 9));

        assertThat(TENTH.judge(twentieth))
                .hasToString("holds   A.ours: 1/20.0 of A.theirs (goal: at most 1/10.0 of it)");
        assertThat(TENTH.judge(ninth)).hasToString("MISSED  A.ours: 1/9.0 of A.theirs (goal: at most 1/10.0 of it)");
    }

    @Test
    void holdsATimeToItsMedian() {
        assertThat(TWO_MICROSECONDS.judge(ours(0.1, 1.99)))
                .hasToString("holds   A.ours: 1.99 us (goal: under 2.00 us)");
        assertThat(TWO_MICROSECONDS.judge(ours(0.1, 2))).hasToString("MISSED  A.ours: 2.00 us (goal: under 2.00 us)");
    }

    @Test
    void isNotJudgedByABenchmarkThatDidNotRun() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TENTH.judge(ours(1, 1)))
                .withMessage("benchmark: A.theirs (expected: one that ran)");
    }
}
