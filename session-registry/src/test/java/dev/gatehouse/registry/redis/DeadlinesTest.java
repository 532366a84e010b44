package dev.gatehouse.registry.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeadlinesTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final Deadlines deadlines = new Deadlines();

    @AfterEach
    void close() {
        deadlines.close();
    }

    @Test
    void givesUpOnWhatIsNotAnsweredInTime() {
        var late = new CompletableFuture<String>();

        deadlines.bound(late, Duration.ofMillis(1));

        assertThatThrownBy(() -> late.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void keepsNothingOfWhatIsAnswered() {
        var answered = new CompletableFuture<String>();
        var failed = new CompletableFuture<String>();
        deadlines.bound(answered, LONG);
        deadlines.bound(failed, LONG);
        deadlines.bound(CompletableFuture.completedFuture("before"), LONG);
        assertThat(deadlines.waiting()).isEqualTo(2);

        answered.complete("in time");
        failed.completeExceptionally(new IllegalStateException("as the test says"));

        assertThat(deadlines.waiting()).isZero();
    }

    @Test
    void takesWhatComesAfterItsEnd() {
        deadlines.close();
        var closed = new CompletableFuture<String>();

        deadlines.bound(closed, LONG);

        assertThat(closed).isNotDone();
        assertThat(deadlines.waiting()).isZero();
    }
}
