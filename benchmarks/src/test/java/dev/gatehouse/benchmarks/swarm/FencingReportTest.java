package dev.gatehouse.benchmarks.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.Statistics;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FencingReportTest {

    private static final Duration LATENCY = Duration.ofMillis(1_740);
    private static final Trip MOVED = trip(40, Duration.ofSeconds(8));
    private static final Trip STAYED = trip(40, null);

    @Test
    void countsWhoMovedAndWhatIsAstray() {
        assertThat(FencingReport.of(2, LATENCY, List.of(MOVED, STAYED, trip(45, Duration.ofSeconds(9)))))
                .isEqualTo(new FencingReport(2, LATENCY, 2, 5));
    }

    @Test
    void acceptsANodeThatLetGoOfAllWhoMoved() {
        var report = FencingReport.of(1, LATENCY, List.of(MOVED, STAYED));

        assertThat(report.broken()).isEmpty();
        assertThat(report.lines())
                .containsExactly(
                        "fenced     1 players, the last 1.7 s after the node went on; 1 sessions moved, 0 nuggets astray");
    }

    @Test
    void findsPlayersOfTwoOwners() {
        assertThat(FencingReport.of(1, LATENCY, List.of(MOVED, MOVED)).broken())
                .containsExactly("the paused node let go of 1 players (expected: at least those that moved, 2)");
    }

    @Test
    void findsWritesOfTheOldOwnerThatCounted() {
        assertThat(FencingReport.of(1, LATENCY, List.of(MOVED, trip(45, null))).broken())
                .containsExactly("5 nuggets astray (expected: none)");
    }

    private static Trip trip(int kept, @Nullable Duration back) {
        return new Trip(
                new Trip.Gold(0, 40, 40, kept),
                new Trip.Flushes(0, List.of(), List.of()),
                new Statistics(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1),
                new Trip.Passage(1, 0, 0, 0),
                new Trip.Timings(List.of(), List.of(), List.of(), back, null),
                null);
    }
}
