package dev.gatehouse.model.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Seeded runs of two ends over sockets that are lost at any moment. A failure names its seed.
class StreamPropertyTest {

    private static final int RUNS = 100;
    private static final int STEPS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 1_000, 2_000, 3_000})
    void losesDoublesAndReordersNothing(long firstSeed) {
        var roomy = new Bounds(10_000, 10_000_000, Duration.ofHours(1));
        for (long seed = firstSeed; seed < firstSeed + RUNS; seed++) {
            var run = run(seed, roomy);

            run.settle();

            assertThat(run.resumable()).as("seed %d", seed).isTrue();
            assertThat(run.server.heard).as("seed %d", seed).isEqualTo(run.client.said);
            assertThat(run.client.heard).as("seed %d", seed).isEqualTo(run.server.said);
        }
    }

    /// With little room an end may refuse to resume; it must never go on with a hole.
    @ParameterizedTest
    @ValueSource(longs = {1, 1_000, 2_000, 3_000})
    void refusesToResumeRatherThanLeaveAHole(long firstSeed) {
        int refused = 0;
        for (long seed = firstSeed; seed < firstSeed + RUNS; seed++) {
            var run = run(seed, new Bounds(6, 300, Duration.ofNanos(40)));

            assertThat(run.client.outbox.count()).as("seed %d", seed).isLessThanOrEqualTo(6);
            assertThat(run.client.outbox.bytes()).as("seed %d", seed).isLessThanOrEqualTo(300);
            assertThat(run.server.heard)
                    .as("seed %d", seed)
                    .isEqualTo(firstOf(run.client.said, run.server.heard.size()));
            assertThat(run.client.heard)
                    .as("seed %d", seed)
                    .isEqualTo(firstOf(run.server.said, run.client.heard.size()));
            refused += run.resumable() ? 0 : 1;
        }
        assertThat(refused).as("runs that had to refuse").isPositive();
    }

    private static List<Long> firstOf(List<Long> said, int count) {
        return said.subList(0, count);
    }

    private static StreamSimulation run(long seed, Bounds bounds) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        var run = new StreamSimulation(random, bounds);
        try {
            for (int step = 0; step < STEPS && run.resumable(); step++) {
                run.step(step);
            }
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
        return run;
    }
}
