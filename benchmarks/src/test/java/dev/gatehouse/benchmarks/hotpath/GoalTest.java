package dev.gatehouse.benchmarks.hotpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.benchmarks.hotpath.Goal.Share;
import dev.gatehouse.benchmarks.hotpath.Goal.Time;
import dev.gatehouse.benchmarks.hotpath.Readings.Reading;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalTest {

    private static final Goal HALF_AS_LONG_AGAIN = new Share("A.ours", "A.theirs", 1.5);
    private static final Goal TENTH = new Share("A.ours", "A.theirs", 0.1);
    private static final Goal TWO_MICROSECONDS = new Time("A.ours", 2);

    @Test
    void comparesTheLeastOfBothWhateverTheMedianIs() {
        var asLong = beside(List.of(new Reading(3, 900)), List.of(new Reading(2, 2)));
        var longer = beside(List.of(new Reading(3.1, 3.1)), List.of(new Reading(2, 900)));

        assertThat(HALF_AS_LONG_AGAIN.judge(asLong))
                .hasToString("holds   A.ours: 150 % to 150 % of A.theirs (goal: at most 150 %)");
        assertThat(HALF_AS_LONG_AGAIN.judge(longer))
                .hasToString("MISSED  A.ours: 155 % to 155 % of A.theirs (goal: at most 150 %)");
    }

    @Test
    void isMissedWhereOneJvmOfManyIsTooSlow() {
        var theirs = List.of(new Reading(2, 2), new Reading(2.2, 2.2), new Reading(9, 9));

        assertThat(HALF_AS_LONG_AGAIN.judge(
                        beside(List.of(new Reading(2, 2), new Reading(2, 2), new Reading(3.4, 3.4)), theirs)))
                .hasToString("MISSED  A.ours: 91 % to 155 % of A.theirs (goal: at most 150 %)");
        assertThat(TWO_MICROSECONDS.judge(beside(List.of(new Reading(1, 1), new Reading(1, 2)), theirs)))
                .hasToString("MISSED  A.ours: 1.00 to 2.00 us (goal: under 2.00 us)");
    }

    @Test
    void saysWhatPartOfTheOtherOneTakes() {
        var twentieth = beside(List.of(new Reading(1, 1)), List.of(new Reading(20, 20)));
        var ninth = beside(List.of(new Reading(1, 1)), List.of(new Reading(9, 9)));

        assertThat(TENTH.judge(twentieth))
                .hasToString("holds   A.ours: 1/20.0 to 1/20.0 of A.theirs (goal: at most 1/10.0)");
        assertThat(TENTH.judge(ninth)).hasToString("MISSED  A.ours: 1/9.0 to 1/9.0 of A.theirs (goal: at most 1/10.0)");
    }

    @Test
    void holdsATimeToItsMedian() {
        assertThat(TWO_MICROSECONDS.judge(ours(new Reading(0.1, 1.99))))
                .hasToString("holds   A.ours: 1.99 to 1.99 us (goal: under 2.00 us)");
    }

    @Test
    void isNotJudgedByABenchmarkThatDidNotRun() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TENTH.judge(ours(new Reading(1, 1))))
                .withMessage("benchmark: A.theirs (expected: one that ran)");
    }

    private static Readings beside(List<Reading> ours, List<Reading> theirs) {
        return new Readings(Map.of("A.ours", ours, "A.theirs", theirs));
    }

    private static Readings ours(Reading reading) {
        return new Readings(Map.of("A.ours", List.of(reading)));
    }
}
