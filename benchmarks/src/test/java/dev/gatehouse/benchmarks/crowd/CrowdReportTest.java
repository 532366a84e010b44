package dev.gatehouse.benchmarks.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CrowdReportTest {

    private static final Duration AT_ONCE = Duration.ZERO;

    @Test
    void findsNothingWhereOneStaysAndAllOthersAreTold() {
        var report = report(run(1, Map.of(1500, 2), AT_ONCE), run(1, Map.of(1500, 2), Duration.ofSeconds(1)));

        assertThat(report.broken()).isEmpty();
        assertThat(report.lines()).last().asString().startsWith("policy     exactly one stayed");
    }

    @Test
    void findsRunsThatEndInAnyOtherWay() {
        var report = report(
                run(2, Map.of(1500, 1), AT_ONCE),
                run(0, Map.of(1500, 2), AT_ONCE),
                run(1, Map.of(1500, 1, 4021, 1), AT_ONCE),
                run(1, Map.of(1500, 1), AT_ONCE),
                run(1, Map.of(1500, 2), Duration.ofMillis(1_001)));

        assertThat(report.broken()).hasSize(5).last().asString().contains("heard after 1001 ms");
        assertThat(report.lines()).contains("policy     BROKEN in 5 of 5 runs");
    }

    private static CrowdRun run(int stayed, Map<Integer, Integer> ends, Duration silence) {
        return new CrowdRun(3, stayed, ends, silence);
    }

    private static CrowdReport report(CrowdRun... runs) {
        return new CrowdReport(
                new CrowdPlan(3, runs.length, Duration.ofSeconds(1)),
                List.of(URI.create("http://127.0.0.1:8080")),
                List.of(runs));
    }
}
