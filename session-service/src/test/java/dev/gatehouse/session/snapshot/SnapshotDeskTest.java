package dev.gatehouse.session.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer;
import dev.gatehouse.session.fixture.MemoryRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class SnapshotDeskTest {

    private static final PlayerKey ALICE = new PlayerKey(new GameId("purse"), new PlayerId("alice"));

    private final MemoryRegistry registry = new MemoryRegistry();
    private final Lease lease = ((LeaseAnswer.Granted)
                    registry.claim(ALICE, new NodeId("session-1"), "a", Duration.ofSeconds(10), null)
                            .toCompletableFuture()
                            .join())
            .lease();
    private final Deque<Runnable> workers = new ArrayDeque<>();
    private final SnapshotDesk desk = new SnapshotDesk(
            new SnapshotProperties(200, DataSize.ofKilobytes(256), Duration.ofMinutes(5), 2), registry, workers::add);

    @Test
    void rendersOnAWorkerOnly() {
        var rendered = new ArrayList<String>();
        var answer = store(1, () -> {
            rendered.add("one");
            return ByteString.copyFromUtf8("one");
        });
        assertThat(rendered).isEmpty();
        assertThat(isAnswered(answer)).isFalse();

        workers.remove().run();

        assertThat(rendered).containsExactly("one");
        assertThat(result(answer)).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void saysThatNothingIsStoredWhereNobodyRendersAnyMore() {
        var stopped = new SnapshotDesk(desk.limits(), registry, _ -> {
            throw new RejectedExecutionException("stopped");
        });

        for (long index = 1; index <= 5; index++) {
            assertThat(result(stopped.store(lease, index, () -> ByteString.EMPTY)))
                    .isInstanceOf(AppendResult.Unconfirmed.class);
        }
        assertThat(stopped.waiting()).isZero();
    }

    @Test
    void answersHoweverManyWaitOnceNobodyRendersAnyMore() {
        var stops = new AtomicBoolean();
        var stopping = new SnapshotDesk(desk.limits(), registry, work -> {
            if (stops.get()) {
                throw new RejectedExecutionException("stopped");
            }
            workers.add(work);
        });
        var answers = IntStream.rangeClosed(1, 50_000)
                .mapToObj(index -> stopping.store(lease, index, () -> ByteString.EMPTY))
                .toList();

        stops.set(true);
        workers.forEach(Runnable::run);

        assertThat(answers).allMatch(SnapshotDeskTest::isAnswered);
        assertThat(stopping.waiting()).isZero();
    }

    @Test
    void hasOnlySoManyUnderWayAndTheOthersInTheirOrder() {
        var rendered = new ArrayList<Long>();
        for (long index = 1; index <= 4; index++) {
            long now = index;
            var _ = store(index, () -> {
                rendered.add(now);
                return ByteString.copyFromUtf8("state " + now);
            });
        }
        assertThat(workers).hasSize(2);
        assertThat(desk.waiting()).isEqualTo(2);

        while (!workers.isEmpty()) {
            workers.remove().run();
            assertThat(workers).hasSizeLessThanOrEqualTo(2);
        }

        assertThat(rendered).isEqualTo(List.of(1L, 2L, 3L, 4L));
        assertThat(desk.waiting()).isZero();
    }

    @Test
    void goesOnAfterOneThatCannotBeRendered() {
        var failed = store(1, () -> {
            throw new IllegalArgumentException("a game's mistake");
        });
        var deep = store(1, () -> {
            throw new StackOverflowError();
        });
        var good = store(2, () -> ByteString.copyFromUtf8("two"));

        while (!workers.isEmpty()) {
            workers.remove().run();
        }

        assertThat(result(failed)).isInstanceOf(AppendResult.Unconfirmed.class);
        assertThat(result(deep)).isInstanceOf(AppendResult.Unconfirmed.class);
        assertThat(result(good)).isInstanceOf(AppendResult.Appended.class);
    }

    @Test
    void neverPutsAnOlderOneInPlaceOfANewer() {
        var older = store(1, () -> ByteString.copyFromUtf8("older"));
        var newer = store(2, () -> ByteString.copyFromUtf8("newer"));

        workers.removeLast().run();
        workers.removeLast().run();

        assertThat(result(newer)).isInstanceOf(AppendResult.Appended.class);
        assertThat(result(older)).isInstanceOf(AppendResult.Unconfirmed.class);
        assertThat(registry.snapshot(ALICE)).extracting("bytes").isEqualTo(ByteString.copyFromUtf8("newer"));
    }

    @Test
    void storesNothingForAnOwnerThatHasLostThePlayerMeanwhile() {
        var late = store(1, () -> ByteString.copyFromUtf8("late"));
        registry.takeOver(ALICE, new NodeId("session-2"));

        workers.remove().run();

        assertThat(result(late)).isInstanceOf(AppendResult.Fenced.class);
        assertThat(registry.snapshot(ALICE)).isNull();
    }

    private CompletionStage<AppendResult> store(long index, Supplier<ByteString> rendering) {
        return desk.store(lease, index, rendering);
    }

    private static boolean isAnswered(CompletionStage<AppendResult> answer) {
        return answer.toCompletableFuture().isDone();
    }

    private static AppendResult result(CompletionStage<AppendResult> answer) {
        assertThat(isAnswered(answer)).isTrue();
        return answer.toCompletableFuture().join();
    }
}
