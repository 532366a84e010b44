package dev.gatehouse.benchmarks.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SiegeReportTest {

    private static final Threads SIXTY = new Threads(Map.of("proxy-1", 60));

    @Test
    void acceptsNewcomersWhoAreLetInOrMayComeAgain() {
        var report = new SiegeReport(List.of(knock(0), knock(1209), knock(1209)), SIXTY, SIXTY);

        assertThat(report.broken()).isEmpty();
        assertThat(report.lines().getFirst())
                .isEqualTo("newcomers  3 while it was paused: 1 let in, 2 heard 1209; each knew after"
                        + " p50 1.0 ms, p99 1.0 ms, max 1.0 ms (3 times)");
        assertThat(report.lines().getLast()).isEqualTo("threads    proxy-1 60 -> 60");
    }

    @Test
    void findsNewcomersWhoWereToldNothingOfUse() {
        assertThat(new SiegeReport(List.of(knock(1101)), SIXTY, SIXTY).broken())
                .containsExactly("a newcomer heard 1101 (expected: to be let in, or 1209)");
        assertThat(new SiegeReport(List.of(), SIXTY, SIXTY).broken())
                .containsExactly("no newcomer came while it was paused");
    }

    @Test
    void findsThreadsThatPileUp() {
        var after = new Threads(Map.of("proxy-1", 125));

        assertThat(new SiegeReport(List.of(knock(0)), SIXTY, after).broken())
                .containsExactly("proxy-1 had 125 threads (expected: at most 124)");
    }

    @Test
    void findsThatNobodysThreadsWereCounted() {
        var none = new Threads(Map.of());

        assertThat(new SiegeReport(List.of(knock(0)), none, none).broken())
                .containsExactly("nobody's threads could be counted (expected: those of each process, in /proc)");
    }

    private static Knock knock(int code) {
        return new Knock(1_000_000, code);
    }
}
