package dev.gatehouse.instance.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.testing.TestTime;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
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

        assertThat(guarded.allocate(wish("gs-1"))).isInstanceOf(Reply.Unknown.class);
        assertThat(guarded.allocate(wish("gs-2"))).isInstanceOf(Reply.Unknown.class);
        assertThat(guarded.allocate(wish("gs-3")))
                .isEqualTo(new Reply.None("not asked, as most of its answers were failures"));
        assertThat(host.asked()).isEqualTo(2);
        assertThat(metrics.isResting("host")).isTrue();

        host.plan(_ -> {});
        time.passes(Duration.ofSeconds(31));

        assertThat(guarded.allocate(wish("gs-4"))).isInstanceOf(Reply.Server.class);
    }

    @Test
    void restsAProviderThatIsSlow() {
        var guarded = guarded();
        host.plan(_ -> time.passes(Duration.ofSeconds(11)));

        guarded.allocate(wish("gs-1"));
        guarded.allocate(wish("gs-2"));

        assertThat(guarded.allocate(wish("gs-3"))).isInstanceOf(Reply.None.class);
    }

    @Test
    void doesNotRestAProviderThatHasNoServer() {
        var guarded = guarded();
        host.limit(0);
        for (int i = 0; i < 10; i++) {
            assertThat(guarded.allocate(wish("gs-" + i))).isEqualTo(new Reply.None("no room"));
        }

        assertThat(host.asked()).isEqualTo(10);
    }

    @Test
    void givesBackAndLooksUpWhileItRests() {
        var guarded = guarded();
        host.plan(_ -> {
            throw new IllegalStateException("broken");
        });
        guarded.allocate(wish("gs-1"));
        guarded.allocate(wish("gs-2"));

        assertThat(guarded.describe(new ServerId("gs-1"), LIMITS.answer())).isPresent();
        guarded.deallocate(new ServerId("gs-1"));

        assertThat(host.running()).containsExactly(new ServerId("gs-2"));
    }

    @Test
    void turnsAwayWhoeverComesWhileTooManyCallsAreUnderWay() throws Exception {
        var inside = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var guarded = guarded();
        host.plan(_ -> {
            inside.countDown();
            goOn.await();
        });
        var first = Thread.ofVirtual().start(() -> guarded.allocate(wish("gs-1")));
        inside.await();

        assertThat(guarded.allocate(wish("gs-2"))).isEqualTo(new Reply.None("calls under way: 1 (expected: fewer)"));
        assertThatExceptionOfType(ProviderException.class).isThrownBy(guarded::list);

        goOn.countDown();
        first.join();
        assertThat(guarded.list()).hasSize(1);
    }

    @Test
    void keepsNoPlaceForACallThatIsGivenUpBeforeItsThreadHasBegun() throws Exception {
        var threadIsFree = new CountDownLatch(1);
        try (var threads = Executors.newSingleThreadExecutor()) {
            threads.execute(() -> awaitFully(threadIsFree));
            var guarded = guarded(TimedCalls.on(threads));

            assertThat(guarded.allocate(wish("gs-1", Duration.ofMillis(1))))
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
        return new ProviderGuards(LIMITS, calls, metrics, time).guard(host);
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

    private static Allocation wish(String id) {
        return wish(id, LIMITS.answer());
    }

    private static Allocation wish(String id, Duration within) {
        return new Allocation(new ServerId(id), InstanceExamples.ID, InstanceExamples.GAME, null, within, () -> {
            throw new IllegalStateException("nobody asks");
        });
    }
}
