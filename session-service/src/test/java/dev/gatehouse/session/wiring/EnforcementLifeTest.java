package dev.gatehouse.session.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class EnforcementLifeTest {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final TestTime time = new TestTime();
    private final Deque<CompletableFuture<Void>> looks = new ArrayDeque<>();

    @Test
    void looksOnceAtATime() {
        new EnforcementLife(this::look, time.executor(), INTERVAL).start();
        time.passes(Duration.ofSeconds(10));
        assertThat(looks).hasSize(1);

        looks.getLast().complete(null);
        time.passes(INTERVAL);

        assertThat(looks).hasSize(2);
    }

    @Test
    void looksAgainAfterALookThatFailed() {
        new EnforcementLife(this::look, time.executor(), INTERVAL).start();
        time.passes(INTERVAL);
        looks.getLast().completeExceptionally(new IllegalStateException("failed"));
        time.passes(INTERVAL);

        assertThat(looks).hasSize(2);
    }

    @Test
    void looksAgainAfterALookThatThrew() {
        new EnforcementLife(this::lookAndThrow, time.executor(), INTERVAL).start();
        time.passes(INTERVAL.multipliedBy(3));

        assertThat(looks).hasSizeGreaterThan(2);
    }

    private CompletionStage<Void> look() {
        looks.add(new CompletableFuture<>());
        return looks.getLast();
    }

    private CompletionStage<Void> lookAndThrow() {
        var _ = look();
        throw new IllegalStateException("thrown");
    }
}
