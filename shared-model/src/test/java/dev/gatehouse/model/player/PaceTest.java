package dev.gatehouse.model.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.model.player.Pace.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final int RATE = 10;
    private static final TimelineLimits LIMITS =
            new TimelineLimits(8, 20, 2).within(Duration.ofSeconds(5), Duration.ofSeconds(30));
    private static final GameModel<Farm> GAME = GameModel.of(Farm.class, _ -> Farm.NEW)
            .ticksPerSecond(RATE)
            .limits(LIMITS)
            .build();

    private final Pace pace = Pace.from(GAME, 1_000, seconds(-7));

    @Test
    void takesWhoeverTicksAsTimePasses() {
        for (long second = 0; second < 1_000_000; second += 997) {
            assertThat(pace.at(1_000 + second * RATE, seconds(second - 7))).isEqualTo(Verdict.IN_TIME);
        }
    }

    @Test
    void letsNobodyRunFurtherAheadThanItMay() {
        assertThat(pace.at(1_000 + 5 * RATE, seconds(-7))).isEqualTo(Verdict.IN_TIME);
        assertThat(pace.at(1_000 + 5 * RATE + 1, seconds(-7))).isEqualTo(Verdict.AHEAD);
    }

    @Test
    void letsNobodyFallFurtherBehindThanItMay() {
        assertThat(pace.at(1_000, seconds(23))).isEqualTo(Verdict.IN_TIME);
        assertThat(pace.at(1_000, seconds(23) + 1)).isEqualTo(Verdict.BEHIND);
        assertThat(pace.at(1_001, seconds(23) + 1)).isEqualTo(Verdict.IN_TIME);
    }

    @Test
    void refusesLimitsThatNobodyCouldKeep() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LIMITS.within(Duration.ZERO, Duration.ofSeconds(1)))
                .withMessageContaining("ahead=PT0S");
    }

    private static long seconds(long count) {
        return count * 1_000_000_000L;
    }
}
