package dev.gatehouse.session.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.topic.TopicNews;
import dev.gatehouse.registry.topic.TopicNews.Since;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CatchUpTest {

    private static final TopicNews NEWS = new TopicNews(1, Since.THERE, List.of(), List.of());

    private final Deque<CompletableFuture<TopicNews>> reads = new ArrayDeque<>();
    private final List<TopicNews> taken = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private boolean breaks;
    private final CatchUp catchUp = new CatchUp(
            () -> {
                reads.add(new CompletableFuture<>());
                return reads.getLast();
            },
            this::take,
            failures::add);

    private void take(TopicNews news) {
        if (breaks) {
            throw new IllegalStateException("as the test says");
        }
        taken.add(news);
    }

    @Test
    void readsOnceMoreForAllWhoAskMeanwhile() {
        catchUp.run();
        catchUp.run();
        catchUp.run();
        assertThat(reads).hasSize(1);

        reads.remove().complete(NEWS);
        reads.remove().complete(NEWS);

        assertThat(reads).isEmpty();
        assertThat(taken).containsExactly(NEWS, NEWS);
    }

    @Test
    void readsAgainAfterNewsThatCouldNotBeTaken() {
        breaks = true;
        catchUp.run();
        reads.remove().complete(NEWS);
        assertThat(failures).hasSize(1);

        breaks = false;
        catchUp.run();
        reads.remove().complete(NEWS);

        assertThat(taken).containsExactly(NEWS);
    }

    @Test
    void readsAgainAfterAReadThatFailed() {
        catchUp.run();
        reads.remove().completeExceptionally(new IllegalStateException("as the test says"));
        assertThat(failures).hasSize(1);

        catchUp.run();

        assertThat(reads).hasSize(1);
    }
}
