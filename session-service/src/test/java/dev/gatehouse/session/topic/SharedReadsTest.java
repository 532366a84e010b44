package dev.gatehouse.session.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SharedReadsTest {

    private final Deque<CompletableFuture<Integer>> reads = new ArrayDeque<>();
    private final SharedReads<Integer> shared = new SharedReads<>(() -> {
        reads.add(new CompletableFuture<>());
        return reads.getLast();
    });

    @Test
    void readsOnceMoreForAllWhoAskMeanwhile() {
        var first = shared.ask();
        var second = shared.ask();
        var third = shared.ask();
        assertThat(reads).hasSize(1);

        reads.remove().complete(1);
        assertThat(first).isCompletedWithValue(1);
        assertThat(second).isNotDone();

        reads.remove().complete(2);
        assertThat(second).isCompletedWithValue(2);
        assertThat(third).isCompletedWithValue(2);
        assertThat(reads).isEmpty();
    }

    @Test
    void readsForThoseWhoAskedWhileOneFailed() {
        var first = shared.ask();
        var second = shared.ask();

        reads.remove().completeExceptionally(new IllegalStateException("as the test says"));
        reads.remove().complete(2);

        assertThat(first).isCompletedExceptionally();
        assertThat(second).isCompletedWithValue(2);
    }

    @Test
    void readsForWhoAsksFromAnAnswer() {
        var asked = shared.ask().thenCompose(_ -> shared.ask());

        reads.remove().complete(1);
        reads.remove().complete(2);

        assertThat(asked).isCompletedWithValue(2);
        assertThat(shared.ask()).isNotDone();
        assertThat(reads).hasSize(1);
    }
}
