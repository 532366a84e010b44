package dev.gatehouse.client.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.client.Timing.Reconnect;
import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void staysWithinAFifthOfTheSchedule() {
        for (long seed = 0; seed < 200; seed++) {
            var backoff = new Backoff(Reconnect.USUAL, new Random(seed));
            for (int seconds : new int[] {2, 1, 2, 4, 8, 16, 30, 30}) {
                assertThat(backoff.next())
                        .as("seed %d", seed)
                        .isBetween(Duration.ofMillis(800L * seconds), Duration.ofMillis(1_200L * seconds));
            }
        }
    }

    @Test
    void spreadsThoseWhoWereToldTheSameDelay() {
        var pauses = new HashSet<Duration>();
        for (long seed = 0; seed < 200; seed++) {
            var pause = new Backoff(Reconnect.USUAL, new Random(seed)).atLeast(Duration.ofSeconds(10));
            assertThat(pause).as("seed %d", seed).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(12));
            pauses.add(pause);
        }

        assertThat(pauses).hasSizeGreaterThan(190);
    }

    @Test
    void beginsAnewAfterAReset() {
        var backoff = new Backoff(Reconnect.USUAL, new Random(1));
        backoff.next();
        backoff.next();

        backoff.reset();

        assertThat(backoff.next()).isGreaterThanOrEqualTo(Duration.ofMillis(1_600));
    }
}
