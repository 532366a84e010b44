package dev.gatehouse.benchmarks.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.Statistics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is to happen to a process must have happened: a run in which it did not has shown nothing.
class SwarmReportTest {

    private static final URI MANAGEMENT = URI.create("http://127.0.0.1:9081");
    private static final Optional<Duration> AFTER_A_SECOND = Optional.of(Duration.ofSeconds(1));
    private static final Trip STAYED = trip(null);
    private static final Trip MOVED = trip(Duration.ofSeconds(8));

    @Test
    void isBrokenWhereTheProcessWasNotHit() {
        assertThat(report(Ending.KILL, Optional.empty(), null, MOVED).broken())
                .containsExactly("node was still there at the end");
        assertThat(report(Ending.PAUSE_REDIS, Optional.empty(), null, STAYED).broken())
                .containsExactly("node was still paused at the end", "nobody saw what was to be seen of node");
    }

    @Test
    void isBrokenWhereNobodyHadToGoOnElsewhere() {
        for (var ending : List.of(Ending.KILL, Ending.DRAIN, Ending.PAUSE_NODE)) {
            var nobody = new FencingReport(0, Duration.ZERO, 0, 0);

            assertThat(report(ending, AFTER_A_SECOND, nobody, STAYED).broken())
                    .containsExactly("node had nobody whose session had to go on elsewhere");
        }
    }

    @Test
    void isBrokenWhereANodeThatIsToldToStopHadNobody() {
        assertThat(report(Ending.HAND_OVER, AFTER_A_SECOND, new HandOverReport(0), STAYED)
                        .broken())
                .containsExactly("the node that was told to stop had no session");
        assertThat(report(Ending.HAND_OVER, AFTER_A_SECOND, new HandOverReport(1), STAYED)
                        .broken())
                .isEmpty();
    }

    @Test
    void isBrokenWhereNobodyLooked() {
        assertThat(report(Ending.PAUSE_NODE, AFTER_A_SECOND, null, MOVED).broken())
                .containsExactly("nobody saw what was to be seen of node");
    }

    private static SwarmReport report(
            Ending ending, Optional<Duration> gone, @Nullable Observation observed, Trip... trips) {
        var victim =
                new Victim(Path.of("run/node.pid"), ending, Duration.ofSeconds(5), ending.asks() ? MANAGEMENT : null);
        var load = new Load(1, 1, 0, Duration.ZERO);
        var plan = new SwarmPlan(
                List.of(URI.create("http://127.0.0.1:8080")), trips.length, load, victim, Duration.ofSeconds(60));
        return new SwarmReport(plan, List.of(trips), Duration.ofSeconds(20), gone, Optional.ofNullable(observed));
    }

    private static Trip trip(@Nullable Duration back) {
        return new Trip(
                new Trip.Gold(0, 1, 1, 1),
                new Trip.Flushes(1, List.of(1L), List.of(1L)),
                new Statistics(1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 1),
                new Trip.Passage(1, 0, 0, 0),
                new Trip.Timings(List.of(), List.of(), List.of(), back, null),
                null);
    }
}
