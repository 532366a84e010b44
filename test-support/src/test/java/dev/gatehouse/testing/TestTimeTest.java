package dev.gatehouse.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class TestTimeTest {

    private final TestTime time = new TestTime(Instant.parse("2030-01-01T00:00:00Z"));
    private final List<Instant> fired = new ArrayList<>();

    @Test
    void movesTheClockAndTheTimersTogether() {
        Mono.delay(Duration.ofSeconds(5), time.timers()).subscribe(_ -> fired.add(time.instant()));

        time.passes(Duration.ofSeconds(4));
        assertThat(fired).isEmpty();

        time.passes(Duration.ofSeconds(1));
        assertThat(fired).containsExactly(Instant.parse("2030-01-01T00:00:05Z"));
        assertThat(time.nanoTime()).isEqualTo(5_000_000_000L);
    }

    @Test
    void movesTheExecutorWithThem() throws Exception {
        var answer = time.executor().schedule(() -> "done", 5, TimeUnit.SECONDS);
        var _ = time.executor().schedule(() -> fired.add(time.instant()), 2, TimeUnit.SECONDS);

        assertThat(answer.getDelay(TimeUnit.SECONDS)).isEqualTo(5);
        time.passes(Duration.ofSeconds(5));

        assertThat(fired).containsExactly(Instant.parse("2030-01-01T00:00:02Z"));
        assertThat(answer.get()).isEqualTo("done");
    }

    @Test
    void runsAtOnceWhatHasNoDelay() {
        time.executor().execute(() -> fired.add(time.instant()));

        assertThat(fired).containsExactly(Instant.parse("2030-01-01T00:00:00Z"));
    }

    @Test
    void repeatsUntilCancelled() {
        var task = time.executor().scheduleAtFixedRate(() -> fired.add(time.instant()), 1, 2, TimeUnit.SECONDS);

        time.passes(Duration.ofSeconds(3));
        task.cancel(false);
        time.passes(Duration.ofSeconds(10));

        assertThat(fired).containsExactly(Instant.parse("2030-01-01T00:00:01Z"), Instant.parse("2030-01-01T00:00:03Z"));
    }

    @Test
    void repeatsNoMoreAfterAFailure() {
        var runs = new AtomicInteger();
        var _ = time.executor()
                .scheduleWithFixedDelay(
                        () -> {
                            runs.incrementAndGet();
                            throw new IllegalStateException("broken");
                        },
                        1,
                        1,
                        TimeUnit.SECONDS);

        time.passes(Duration.ofSeconds(10));

        assertThat(runs).hasValue(1);
    }

    @Test
    void takesNoTaskAfterShutdown() {
        var _ = time.executor().schedule(() -> fired.add(time.instant()), 1, TimeUnit.SECONDS);

        time.executor().shutdown();
        time.passes(Duration.ofSeconds(1));

        assertThat(fired).isEmpty();
        assertThatThrownBy(() -> time.executor().execute(() -> {})).isInstanceOf(RejectedExecutionException.class);
    }
}
