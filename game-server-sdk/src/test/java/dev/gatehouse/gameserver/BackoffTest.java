package dev.gatehouse.gameserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(new Random(1));

    @Test
    void waitsTwiceAsLongEachTimeUpToTwoSeconds() {
        assertThat(backoff.millisBefore(0)).isBetween(50L, 100L);
        assertThat(backoff.millisBefore(1)).isBetween(100L, 200L);
        assertThat(backoff.millisBefore(4)).isBetween(800L, 1_600L);
        assertThat(backoff.millisBefore(5)).isBetween(1_000L, 2_000L);
        assertThat(backoff.millisBefore(Backoff.LAST_ATTEMPT)).isBetween(1_000L, 2_000L);
    }

    @Test
    void doesNotWaitEquallyLongForAll() {
        assertThat(IntStream.range(0, 20).mapToObj(_ -> backoff.millisBefore(3)).distinct())
                .hasSizeGreaterThan(10);
    }
}
