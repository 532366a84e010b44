package dev.gatehouse.proxy.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(400), new Random(1));

    @Test
    void doublesUpToItsBound() {
        assertThat(backoff.next()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
        assertThat(backoff.next()).isBetween(Duration.ofMillis(100), Duration.ofMillis(200));
        for (var i = 0; i < 100; i++) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(200), Duration.ofMillis(400));
        }
    }

    @Test
    void startsOverAfterASuccess() {
        backoff.next();
        backoff.next();

        backoff.reset();

        assertThat(backoff.next()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    }
}
