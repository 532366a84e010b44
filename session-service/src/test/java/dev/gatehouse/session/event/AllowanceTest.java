package dev.gatehouse.session.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private final Allowance allowance = new Allowance(20, 40, 0);

    @Test
    void fillsWithTimeUpToItsBound() {
        assertThat(takes(0)).isEqualTo(40);
        assertThat(takes(500)).isEqualTo(10);
        assertThat(takes(60_000)).isEqualTo(40);
    }

    @Test
    void letsThroughWhatMayHaveBeenSaidUnheard() {
        allowance.add(nanos(30_000), nanos(30_000));

        assertThat(takes(30_000)).isEqualTo(40 + 600);
        assertThat(takes(60_000)).isEqualTo(40);
    }

    @Test
    void savesNothingUp() {
        allowance.add(nanos(30_000), nanos(30_000));
        allowance.add(nanos(1_000), nanos(30_000));

        assertThat(takes(50_000)).isEqualTo(40 + 200);
        allowance.add(nanos(30_000), nanos(60_000));
        assertThat(takes(90_000)).isEqualTo(40);
    }

    @Test
    void takesAnEarlierTimeForNoTime() {
        assertThat(takes(1_000)).isEqualTo(40);

        assertThat(takes(500)).isZero();
        assertThat(takes(1_050)).isEqualTo(1);
    }

    /// How many it lets through at once.
    private int takes(long millis) {
        int taken = 0;
        while (allowance.take(nanos(millis))) {
            taken++;
        }
        return taken;
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
