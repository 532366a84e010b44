package dev.gatehouse.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.simulation.check.Figures;
import dev.gatehouse.simulation.check.Figures.Figure;
import dev.gatehouse.simulation.check.Promise;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is killed, paused, cut, late, repeated or out of order: what is promised holds, and once all is
/// well again both sides have equal models.
class SimulationTest {

    private static final Long ONLY = Long.getLong("gatehouse.sim.seed");
    private static final long FROM = Long.getLong("gatehouse.sim.from", 1);
    private static final long SEEDS = Long.getLong("gatehouse.sim.seeds", 1_000);

    /// What so many seeds may take at most, on the two cores of a build.
    private static final long TIMED_SEEDS = 10_000;

    private static final Duration LONGEST = Duration.ofMinutes(3);

    /// Failing seeds that are told apart.
    private static final int MOST_SHOWN = 40;

    private static final InstantSource CLOCK = InstantSource.system();

    @Test
    @DisplayName("F51: kills, pauses, delays, cuts and repetitions from thousands of seeds")
    void keepsItsPromisesForEverySeed() {
        if (ONLY != null) {
            repeat(ONLY);
            return;
        }
        var begun = CLOCK.instant();

        var seeds = new Seeds(Plants.NONE).run(FROM, SEEDS);

        long millis = Duration.between(begun, CLOCK.instant()).toMillis() + 1;
        print(seeds, seeds.figures());
        System.out.printf(
                "F51 failing seeds: %d of %d, %d seeds/min%n", seeds.failing(), SEEDS, SEEDS * 60_000 / millis);
        System.out.print(seeds.summary(MOST_SHOWN));
        seeds.firstFailing()
                .ifPresent(seed -> assertThat(seed)
                        .withFailMessage(() -> Seeds.report(seed, Plants.NONE))
                        .isNull());
        if (SEEDS >= TIMED_SEEDS) {
            assertThat(Duration.ofMillis(millis * TIMED_SEEDS / SEEDS))
                    .as("%d seeds", TIMED_SEEDS)
                    .isLessThan(LONGEST);
        }
    }

    private static void print(Seeds seeds, Figures figures) {
        System.out.printf(
                "F46 F50 stale writes accepted: %d, refused: %d, after %d pauses%n",
                seeds.broken(Promise.C5), figures.of(Figure.FENCED), figures.of(Figure.PAUSES));
        System.out.printf(
                "F15 F47 F48 acknowledgements after the end of the lease: %d of %d, in %d takeovers%n",
                seeds.broken(Promise.C4), figures.of(Figure.ACKNOWLEDGED), figures.of(Figure.TAKEOVERS));
        System.out.println("F51 " + figures);
    }

    private static void repeat(long seed) {
        var report = Seeds.report(seed, Plants.NONE);
        System.out.println(report);
        assertThat(Simulation.run(seed, false, Plants.NONE).violations())
                .withFailMessage(report)
                .isEmpty();
    }

    /// Seeds that have found a mistake once.
    @ParameterizedTest
    @ValueSource(
            longs = {
                9, 115, 1_190, 1_244, 1_532, 20_100, 20_862, 21_106, 21_798, 22_854, 8_387, 103_158, 104_026, 104_032,
                112_875, 120_218, 1_265, 7_857, 10_779, 12_010, 12_301, 18_527, 18_695, 18_716, 4_855
            })
    void keepsItsPromisesWhereItDidNot(long seed) {
        assertThat(Simulation.run(seed, false, Plants.NONE).violations())
                .withFailMessage(() -> Seeds.report(seed, Plants.NONE))
                .isEmpty();
    }

    @Test
    void doesTheSameForTheSameSeed() {
        for (long seed = 1; seed <= 20; seed++) {
            assertThat(Simulation.run(seed, true, Plants.NONE).digest())
                    .as("seed %d", seed)
                    .isEqualTo(Simulation.run(seed, false, Plants.NONE).digest());
        }
    }
}
