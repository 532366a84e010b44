package dev.gatehouse.session.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class ShardTest {

    private final Deque<Runnable> thread = new ArrayDeque<>();
    private final SlowStorage storage = new SlowStorage();
    private final TestTime time = new TestTime();
    private final Shard<String, String> shard =
            new Shard<>(new ShardLimits(3, 2, Duration.ofMillis(200)), storage, thread::add, time.executor());
    private final List<String> seen = new ArrayList<>();

    @Test
    void writesWhatATurnDecidedInOnePipeline() {
        var alice = new Recording("alice");
        var bob = new Recording("bob");

        shard.offer(() -> alice.decides("a1"));
        shard.offer(() -> bob.decides("b1"));
        turns();

        assertThat(storage.pipelines).containsExactly(List.of("alice:a1", "bob:b1"));
        assertThat(seen).isEmpty();
    }

    @Test
    void showsADecisionOnlyOnceItIsStored() {
        var alice = new Recording("alice");
        shard.offer(() -> alice.decides("a1"));
        turns();

        storage.completes("stored");
        turns();

        assertThat(seen).containsExactly("alice: stored");
    }

    @Test
    void gathersWhatIsDecidedWhileAPipelineIsUnderWay() {
        var alice = new Recording("alice");
        shard.offer(() -> alice.decides("a1"));
        turns();
        shard.offer(() -> alice.decides("a2"));
        turns();
        shard.offer(() -> alice.decides("a3"));
        turns();

        storage.completes("stored");
        turns();

        assertThat(storage.pipelines).containsExactly(List.of("alice:a1"), List.of("alice:a2+a3"));
    }

    @Test
    void writesTheSameAgainAfterAnUnknownEnd() {
        var alice = new Recording("alice");
        shard.offer(() -> alice.decides("a1"));
        turns();

        storage.fails();
        turns();
        assertThat(storage.pipelines).hasSize(1);
        time.passes(Duration.ofMillis(200));
        turns();
        storage.completes("stored");
        turns();

        assertThat(storage.pipelines).containsExactly(List.of("alice:a1"), List.of("alice:a1"));
        assertThat(seen).containsExactly("alice: stored");
    }

    @Test
    void writesAgainAfterAStorageThatThrew() {
        var alice = new Recording("alice");
        storage.throwing = true;
        shard.offer(() -> alice.decides("a1"));
        turns();

        storage.throwing = false;
        time.passes(Duration.ofMillis(200));
        turns();
        storage.completes("stored");
        turns();

        assertThat(storage.pipelines).containsExactly(List.of("alice:a1"));
        assertThat(seen).containsExactly("alice: stored");
    }

    @Test
    void writesForTheOthersWhereOneCannotSayWhatToWrite() {
        var alice = new Recording("alice");
        shard.offer(() -> {
            shard.changed(new Broken());
            alice.decides("a1");
        });

        turns();

        assertThat(storage.pipelines).containsExactly(List.of("alice:a1"));
    }

    @Test
    void refusesWorkPastItsBound() {
        for (int i = 0; i < 3; i++) {
            assertThat(shard.offer(() -> {})).isTrue();
        }

        assertThat(shard.offer(() -> {})).isFalse();
        turns();
        assertThat(shard.offer(() -> {})).isTrue();
    }

    @Test
    void goesOnAfterWorkThatThrew() {
        shard.offer(() -> {
            throw new IllegalStateException("a mistake of this test's");
        });
        shard.offer(() -> {
            throw new AssertionError("one that a game's code has noticed itself");
        });
        shard.offer(() -> seen.add("next"));

        turns();

        assertThat(seen).containsExactly("next");
    }

    private void turns() {
        for (var turn = thread.poll(); turn != null; turn = thread.poll()) {
            turn.run();
        }
    }

    private final class Recording implements Writer<String, String> {

        private final String name;
        private final List<String> decided = new ArrayList<>();
        private String underWay = "";

        Recording(String name) {
            this.name = name;
        }

        void decides(String what) {
            decided.add(what);
            shard.changed(this);
        }

        @Override
        public Optional<String> take() {
            if (underWay.isEmpty()) {
                underWay = name + ":" + String.join("+", decided);
                decided.clear();
            }
            return Optional.of(underWay);
        }

        @Override
        public void written(String result) {
            underWay = "";
            seen.add(name + ": " + result);
        }

        @Override
        public void unknown() {
            shard.changedLater(this);
        }
    }

    private static final class Broken implements Writer<String, String> {

        @Override
        public Optional<String> take() {
            throw new IllegalStateException("a mistake of this test's");
        }

        @Override
        public void written(String result) {}

        @Override
        public void unknown() {}
    }

    private static final class SlowStorage implements Storage<String, String> {

        final List<List<String>> pipelines = new ArrayList<>();
        boolean throwing;
        private CompletableFuture<List<String>> last = new CompletableFuture<>();

        @Override
        public CompletionStage<List<String>> write(List<String> writes) {
            if (throwing) {
                throw new IllegalStateException("no connection");
            }
            pipelines.add(writes);
            last = new CompletableFuture<>();
            return last;
        }

        void completes(String result) {
            last.complete(pipelines.getLast().stream().map(_ -> result).toList());
        }

        void fails() {
            last.completeExceptionally(new IllegalStateException("connection lost"));
        }
    }
}
