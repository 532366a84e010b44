package dev.gatehouse.session.talk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ErrandsTest {

    private final TestTime time = new TestTime();
    private final Errands errands =
            new Errands(new TalkWorld(new TalkProperties(2, Duration.ofSeconds(20)), time.executor()));
    private final List<String> begun = new ArrayList<>();

    @Test
    void beginsOneAfterTheOther() {
        var first = new CompletableFuture<Void>();
        offer("first", first);
        offer("second", CompletableFuture.completedFuture(null));
        assertThat(begun).containsExactly("first");

        first.complete(null);

        assertThat(begun).containsExactly("first", "second");
    }

    @Test
    void waitsNotForEverForOneThatIsNeverDone() {
        var first = new CompletableFuture<Void>();
        var done = offer("first", first);
        offer("second", CompletableFuture.completedFuture(null));
        time.passes(Duration.ofSeconds(19));
        assertThat(begun).containsExactly("first");

        time.passes(Duration.ofSeconds(1));

        assertThat(begun).containsExactly("first", "second");
        assertThat(done).isNotDone();
        first.complete(null);
        assertThat(done).isDone();
    }

    @Test
    void goesOnAfterOneThatFails() {
        var failed = offer("first", CompletableFuture.failedFuture(new IllegalStateException("as the test says")));
        var thrown = errands.add(() -> {
            throw new IllegalStateException("as the test says");
        });
        offer("second", CompletableFuture.completedFuture(null));

        assertThat(begun).containsExactly("first", "second");
        assertThat(failed).isDone();
        assertThat(thrown).isDone();
    }

    @Test
    void takesNoMoreThanItsBound() {
        offer("first", new CompletableFuture<>());
        offer("second", new CompletableFuture<>());

        assertThat(errands.offer(CompletableFuture::new)).isEmpty();
    }

    @Test
    void countsOneThatIsLateUntilItIsDone() {
        var first = new CompletableFuture<Void>();
        offer("first", first);
        offer("second", new CompletableFuture<>());
        time.passes(Duration.ofSeconds(40));
        assertThat(begun).containsExactly("first", "second");
        assertThat(errands.offer(CompletableFuture::new)).isEmpty();

        first.complete(null);

        assertThat(errands.offer(CompletableFuture::new)).isPresent();
    }

    private CompletionStage<Void> offer(String name, CompletionStage<Void> end) {
        return errands.offer(() -> {
                    begun.add(name);
                    return end;
                })
                .orElseThrow();
    }
}
