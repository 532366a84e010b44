package dev.gatehouse.session.shard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/// What makes one thread of a player's owner out of the many that bring work and answers: the local part of "one owner
/// at a time". Real threads, many small bursts, as a lost wake-up shows only at a burst's end.
class ShardRacesTest {

    private static final int PRODUCERS = 4;
    private static final int BURSTS = 200;
    private static final int BURST = 10;

    private static int steps;
    private static int wrong;
    private static int mostPipelines;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// For what never comes.
    private static final Duration SOON = Duration.ofMillis(200);

    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final ExecutorService answering = Executors.newFixedThreadPool(2);
    private final AnsweringStorage storage = new AnsweringStorage();
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
        var mistakes = mistakesOf(thread, PATIENCE);

        steps += player.all.size();
        wrong += mistakes.size();
        mostPipelines = Math.max(mostPipelines, storage.most.get());
        assertThat(mistakes).isEmpty();
        assertThat(storage.most).hasValue(1);
    }

    @Test
    @DisplayName("a turn that is forgotten, as by a wake-up that is lost, is found")
    void findsAForgottenTurn() throws Exception {
        var turns = new AtomicInteger();

        var mistakes = mistakesOf(
                turn -> {
                    if (turns.incrementAndGet() != 3) {
                        thread.execute(turn);
                    }
                },
                SOON);

        assertThat(mistakes).singleElement().asString().contains("wait");
    }

    /// The first step lasts until another begins, which it does only beside the first.
    @Test
    @DisplayName("a second thread in a shard is found")
    void findsTwoStepsAtOnce() throws Exception {
        try (var two = Executors.newFixedThreadPool(2)) {
            var shard = shard(two);
            var first = new CountDownLatch(1);
            var second = new CountDownLatch(2);
            player.pause = () -> {
                first.countDown();
                second.countDown();
                assertThat(second.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            };

            accepted(shard, new Decision(0, 0));
            assertThat(first.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            // Its turn has begun, so this brings another one.
            accepted(shard, new Decision(0, 1));
            assertThat(second.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        }

        assertThat(player.mistakes).contains("two steps at once");
    }

    private Shard<List<Decision>, Boolean> shard(Executor executor) {
        return new Shard<>(
                new ShardLimits(PRODUCERS * BURST, 3, Duration.ofMillis(1)),
                storage,
                executor,
                new TestTime().executor());
    }

    /// Lets the bursts come, until the first in which something goes wrong.
    ///
    /// @param executor the shard's thread
    /// @param patience with what has to be stored
    private List<String> mistakesOf(Executor executor, Duration patience) throws Exception {
        var shard = shard(executor);
        for (int burst = 0; burst < BURSTS && player.mistakes.isEmpty(); burst++) {
            player.awaits(PRODUCERS * BURST);
            brings(shard, burst * BURST);
            if (!player.stored.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                player.mistakes.add("burst %d: %d wait, %d are not stored"
                        .formatted(burst, shard.waiting(), player.stored.getCount()));
            }
        }
        if (player.mistakes.isEmpty() && shard.waiting() != 0) {
            player.mistakes.add(shard.waiting() + " still wait");
        }
        if (player.mistakes.isEmpty()) {
            IntStream.range(0, PRODUCERS)
                    .filter(who -> !isInOrder(who))
                    .forEach(who -> player.mistakes.add("not each once and in order: of producer " + who));
        }
        return List.copyOf(player.mistakes);
    }

    private void brings(Shard<List<Decision>, Boolean> shard, int from) {
        try (var producers = Executors.newFixedThreadPool(PRODUCERS)) {
            for (int producer = 0; producer < PRODUCERS; producer++) {
                int who = producer;
                producers.execute(() -> IntStream.range(from, from + BURST)
                        .forEach(number -> accepted(shard, new Decision(who, number))));
            }
        }
    }

    /// There is room for all of a burst.
    private void accepted(Shard<List<Decision>, Boolean> shard, Decision what) {
        if (!shard.offer(() -> player.decides(what, shard))) {
            player.mistakes.add("refused, with " + shard.waiting() + " waiting");
        }
    }

    private boolean isInOrder(int producer) {
        var order = player.all.stream()
                .filter(decision -> decision.producer() == producer)
                .map(Decision::number)
                .toList();
        return order.equals(IntStream.range(0, BURSTS * BURST).boxed().toList());
    }

    /// Something that takes its time.
    private interface Pause {
        void run() throws InterruptedException;
    }

    /// Nothing in it is safe for two threads: two at once are seen.
    private static final class Player implements Writer<List<Decision>, Boolean> {

        final List<Decision> all = new ArrayList<>();
        final Queue<String> mistakes = new ConcurrentLinkedQueue<>();
        volatile CountDownLatch stored = new CountDownLatch(0);
        volatile Pause pause = Thread::onSpinWait;
        private final AtomicInteger inside = new AtomicInteger();
        private List<Decision> decided = new ArrayList<>();
        private List<Decision> underWay = List.of();

        void awaits(int decisions) {
            stored = new CountDownLatch(decisions);
        }

        void decides(Decision what, Shard<List<Decision>, Boolean> shard) {
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
            try {
                pause.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
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
