package dev.gatehouse.session.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;

/// What makes one thread of a player's owner out of the many that bring work and answers: the local part of "one owner
/// at a time". Real threads, many small bursts, as a lost wake-up shows only at a burst's end.
class ShardRacesTest {

    private static final int PRODUCERS = 4;
    private static final int BURSTS = 200;
    private static final int BURST = 10;

    private static int steps;
    private static int wrong;
    private static int mostPipelines;

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final ExecutorService answering = Executors.newFixedThreadPool(2);
    private final AnsweringStorage storage = new AnsweringStorage();
    private final Shard<List<Decision>, Boolean> shard = new Shard<>(
            new ShardLimits(PRODUCERS * BURST, 3, Duration.ofMillis(1)), storage, thread, new TestTime().executor());
    private final Player player = new Player();

    record Decision(int producer, int number) {}

    @AfterEach
    void stops() {
        thread.shutdownNow();
        answering.shutdownNow();
    }

    @AfterAll
    static void prints() {
        System.out.printf(
                "F47 steps beside another, lost or out of order: %d of %d of %d threads, pipelines under way at most %d%n",
                wrong, steps, PRODUCERS, mostPipelines);
    }

    @RepeatedTest(5)
    @DisplayName("F47: whoever brings work, from however many threads: one step at a time, in order, stored once")
    void runsOneStepAtATimeWhoeverBringsIt() throws Exception {
        for (int burst = 0; burst < BURSTS; burst++) {
            player.awaits(PRODUCERS * BURST);
            try (var producers = Executors.newFixedThreadPool(PRODUCERS)) {
                for (int producer = 0; producer < PRODUCERS; producer++) {
                    int from = burst * BURST;
                    int who = producer;
                    producers.execute(() -> IntStream.range(from, from + BURST)
                            .forEach(number -> accepted(() -> player.decides(new Decision(who, number)))));
                }
            }
            boolean isStored = player.stored.await(10, TimeUnit.SECONDS);
            wrong += isStored ? 0 : (int) player.stored.getCount();
            assertThat(isStored).as("burst %d: %d wait", burst, shard.waiting()).isTrue();
        }

        steps += player.all.size();
        wrong += player.mistakes.size();
        mostPipelines = Math.max(mostPipelines, storage.most.get());
        assertThat(player.mistakes).isEmpty();
        assertThat(storage.most).hasValue(1);
        assertThat(shard.waiting()).isZero();
        for (int producer = 0; producer < PRODUCERS; producer++) {
            int who = producer;
            var order = player.all.stream()
                    .filter(decision -> decision.producer() == who)
                    .map(Decision::number)
                    .toList();
            var expected = IntStream.range(0, BURSTS * BURST).boxed().toList();
            wrong += order.equals(expected) ? 0 : 1;
            assertThat(order).isEqualTo(expected);
        }
    }

    /// There is room for all of a burst.
    private void accepted(Runnable work) {
        if (!shard.offer(work)) {
            throw new AssertionError("refused, with " + shard.waiting() + " waiting");
        }
    }

    /// Nothing in it is safe for two threads: two at once are seen.
    private final class Player implements Writer<List<Decision>, Boolean> {

        final List<Decision> all = new ArrayList<>();
        final List<String> mistakes = new ArrayList<>();
        volatile CountDownLatch stored = new CountDownLatch(0);
        private final AtomicInteger inside = new AtomicInteger();
        private List<Decision> decided = new ArrayList<>();
        private List<Decision> underWay = List.of();

        void awaits(int decisions) {
            stored = new CountDownLatch(decisions);
        }

        void decides(Decision what) {
            alone(() -> decided.add(what));
            shard.changed(this);
        }

        @Override
        public Optional<List<Decision>> take() {
            alone(() -> {
                if (!underWay.isEmpty()) {
                    mistakes.add("asked again before it was answered");
                }
                underWay = List.copyOf(decided);
                decided = new ArrayList<>();
            });
            return Optional.of(underWay);
        }

        @Override
        public void written(Boolean result) {
            alone(() -> {
                all.addAll(underWay);
                underWay.forEach(_ -> stored.countDown());
                underWay = List.of();
            });
        }

        @Override
        public void unknown() {
            mistakes.add("told that nothing is known");
        }

        private void alone(Runnable step) {
            if (inside.incrementAndGet() != 1) {
                mistakes.add("two steps at once");
            }
            step.run();
            Thread.onSpinWait();
            inside.decrementAndGet();
        }
    }

    /// Answers from threads of its own.
    private final class AnsweringStorage implements Storage<List<Decision>, Boolean> {

        final AtomicInteger most = new AtomicInteger();
        private final AtomicInteger underWay = new AtomicInteger();

        @Override
        public CompletionStage<List<Boolean>> write(List<List<Decision>> writes) {
            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            var answer = new CompletableFuture<List<Boolean>>();
            answering.execute(() -> {
                underWay.decrementAndGet();
                answer.complete(writes.stream().map(_ -> true).toList());
            });
            return answer;
        }
    }
}
