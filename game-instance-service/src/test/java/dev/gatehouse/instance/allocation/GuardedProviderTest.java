package dev.gatehouse.instance.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GuardedProviderTest {

    private static final CallLimits LIMITS =
            new CallLimits(Duration.ofSeconds(20), 1, Duration.ofSeconds(10), 50, 4, Duration.ofSeconds(30));

    private final TestTime time = new TestTime();
    private final RecordedMetrics metrics = new RecordedMetrics();
    private final FakeHost host = new FakeHost("host");

    @Test
    void restsAProviderWhoseAnswersAreFailuresAndTriesItAgain() {
        var guarded = guarded();
        host.plan(_ -> {
            throw new IllegalStateException("broken");
        });

        assertThat(ask(guarded, "gs-1")).isInstanceOf(Reply.Unknown.class);
        assertThat(ask(guarded, "gs-2")).isInstanceOf(Reply.Unknown.class);
        assertThat(ask(guarded, "gs-3")).isEqualTo(new Reply.None("not asked, as most of its answers were failures"));
        assertThat(host.asked()).isEqualTo(2);
        assertThat(metrics.isResting("host")).isTrue();

        host.plan(_ -> {});
        time.passes(Duration.ofSeconds(31));

        assertThat(ask(guarded, "gs-4")).isInstanceOf(Reply.Server.class);
    }

    @Test
    @DisplayName(
            "what a provider's own code throws may have a key or a token in its text: its kind is said, and no more")
    void saysOnlyOfWhatKindAnExceptionIsThatPromisesNothing() {
        var guarded = guarded();
        host.plan(_ -> {
            throw new IllegalStateException("POST /servers?key=secret");
        });
        assertThat(ask(guarded, "gs-1")).isEqualTo(new Reply.Unknown("java.lang.IllegalStateException"));

        host.plan(_ -> {
            throw new ProviderException("status 503");
        });
        assertThat(ask(guarded, "gs-2")).isEqualTo(new Reply.Unknown("status 503"));
    }

    @Test
    void restsAProviderThatIsSlow() {
        var guarded = guarded();
        host.plan(_ -> time.passes(Duration.ofSeconds(11)));

        ask(guarded, "gs-1");
        ask(guarded, "gs-2");

        assertThat(ask(guarded, "gs-3")).isInstanceOf(Reply.None.class);
    }

    @Test
    void doesNotRestAProviderThatHasNoServer() {
        var guarded = guarded();
        host.limit(0);
        for (int i = 0; i < 10; i++) {
            assertThat(ask(guarded, "gs-" + i)).isEqualTo(new Reply.None("no room"));
        }

        assertThat(host.asked()).isEqualTo(10);
    }

    @Test
    void givesBackAndLooksUpWhileItRests() {
        var guarded = guarded();
        host.plan(_ -> {
            throw new IllegalStateException("broken");
        });
        ask(guarded, "gs-1");
        ask(guarded, "gs-2");

        assertThat(guarded.describe(new ServerId("gs-1"), Deadline.in(LIMITS.answer(), time::nanoTime)))
                .isPresent();
        guarded.deallocate(new ServerId("gs-1"));

        assertThat(host.running()).containsExactly(new ServerId("gs-2"));
    }

    @Test
    void turnsAwayWhoeverMayNotWaitWhileTooManyCallsAreUnderWay() throws Exception {
        var goOn = new CountDownLatch(1);
        var guarded = guarded();
        var first = startedInside(guarded, goOn);

        assertThat(ask(guarded, "gs-2")).isEqualTo(new Reply.Crowded("calls under way: 1 (expected: fewer)"));
        assertThat(ask(guarded, "gs-2", Duration.ofMillis(1))).isInstanceOf(Reply.Crowded.class);
        assertThat(metrics.answers()).containsExactly("host CROWDED", "host CROWDED");
        assertThat(metrics.isResting("host")).isFalse();

        goOn.countDown();
        first.join();
        assertThat(host.asked()).isEqualTo(1);
    }

    @Test
    void letsEveryCallWaitForItsPlaceInAQueueThatIsBounded() throws Exception {
        var goOn = new CountDownLatch(1);
        var guarded = guarded();
        var first = startedInside(guarded, goOn);
        var waiting = new ArrayList<Thread>();
        waiting.add(Thread.ofVirtual().start(guarded::list));
        waiting.add(Thread.ofVirtual().start(() -> guarded.deallocate(new ServerId("gs-1"))));
        waiting.add(Thread.ofVirtual()
                .start(() -> guarded.describe(new ServerId("gs-2"), Deadline.in(Duration.ofHours(1), time::nanoTime))));
        while (waiting.size() < Places.WAITING_FOR_EACH) {
            var id = "gs-" + (waiting.size() + 2);
            waiting.add(Thread.ofVirtual().start(() -> ask(guarded, id, Duration.ofHours(1))));
        }
        await().until(() -> waiting.stream().allMatch(each -> each.getState() == Thread.State.TIMED_WAITING));

        assertThat(ask(guarded, "gs-too-many", Duration.ofHours(1))).isInstanceOf(Reply.Crowded.class);

        goOn.countDown();
        first.join();
        for (Thread each : waiting) {
            each.join();
        }
        assertThat(host.asked()).isEqualTo(Places.WAITING_FOR_EACH - 2);
        assertThat(host.running()).hasSize(host.asked() - 1).doesNotContain(new ServerId("gs-1"));
    }

    @Test
    void keepsNoPlaceForACallThatIsGivenUpBeforeItsThreadHasBegun() throws Exception {
        var threadIsFree = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            threads.execute(() -> awaitFully(threadIsFree));
            var guarded = guarded(TimedCalls.on(threads));

            assertThat(guarded.allocate(() -> wish("gs-1", Duration.ofMillis(1)), Duration.ZERO))
                    .isEqualTo(new Reply.Unknown("no answer within PT0.001S"));
            threadIsFree.countDown();

            assertThat(guarded.list()).isEmpty();
            assertThat(host.asked()).isZero();
        }
    }

    @Test
    void keepsNoPlaceForACallThatGetsNoThread() {
        var threads = Executors.newSingleThreadExecutor();
        threads.shutdown();
        var guarded = guarded(TimedCalls.on(threads));

        for (int i = 0; i < 2; i++) {
            assertThatExceptionOfType(ProviderException.class)
                    .isThrownBy(guarded::list)
                    .withCauseInstanceOf(RejectedExecutionException.class);
        }
    }

    @Test
    void interruptsACallThatTakesTooLong() throws Exception {
        var interrupted = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = TimedCalls.on(threads);

            assertThatExceptionOfType(TimeoutException.class)
                    .isThrownBy(() -> calls.call(
                            () -> {
                                try {
                                    new CountDownLatch(1).await();
                                } finally {
                                    interrupted.countDown();
                                }
                                return "never";
                            },
                            Duration.ofMillis(20)));
        }
        interrupted.await();
    }

    private GuardedProvider guarded() {
        return guarded(onThisThread());
    }

    private GuardedProvider guarded(TimedCalls calls) {
        return new ProviderGuards(AllocationWorld.settings(LIMITS, Map.of()), calls, metrics, time::nanoTime)
                .guard(host);
    }

    /// A call that is under way until it may go on.
    private Thread startedInside(GuardedProvider guarded, CountDownLatch goOn) throws InterruptedException {
        var inside = new CountDownLatch(1);
        host.plan(_ -> {
            inside.countDown();
            goOn.await();
        });
        var call = Thread.ofVirtual().start(() -> ask(guarded, "gs-1"));
        inside.await();
        return call;
    }

    private static Reply ask(GuardedProvider guarded, String id) {
        return ask(guarded, id, Duration.ZERO);
    }

    private static Reply ask(GuardedProvider guarded, String id, Duration patience) {
        return guarded.allocate(() -> wish(id, LIMITS.answer()), patience);
    }

    private static void awaitFully(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static TimedCalls onThisThread() {
        return new TimedCalls() {
            @Override
            public <T> T call(Callable<T> call, Duration within) throws Exception {
                return call.call();
            }
        };
    }

    private static Allocation wish(String id, Duration within) {
        return new Allocation(new ServerId(id), InstanceExamples.ID, InstanceExamples.GAME, null, within, () -> {
            throw new IllegalStateException("nobody asks");
        });
    }
}
