package dev.gatehouse.proxy.routing;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NODE_LOST;
import static dev.gatehouse.model.error.ConnectionError.FAILED_TO_RESUME_SESSION;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.proxy.link.AttachAnswer;
import dev.gatehouse.proxy.link.AttachAnswer.Declined;
import dev.gatehouse.proxy.link.AttachAnswer.ElsewhereOwned;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.link.ChannelListener;
import dev.gatehouse.proxy.link.FakeLinkChannel;
import dev.gatehouse.proxy.link.FakeSessionNode;
import dev.gatehouse.proxy.link.FakeSessionNodes;
import dev.gatehouse.proxy.link.LinkLostException;
import dev.gatehouse.proxy.link.LinkProperties;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

class ReattachmentTest {

    private static final GameId GOLDRUSH = new GameId("goldrush");
    private static final SessionId SESSION = new SessionId("s-1");
    private static final Attach BEFORE = new Attach(
            new PlayerKey(GOLDRUSH, new PlayerId("alice")),
            SESSION,
            null,
            Encoding.JSON,
            new ClientVersion("1", 3, 0, "web", null),
            new Resume(SESSION, "a token", 1, 0),
            null);
    private static final LinkProperties LIMITS = new LinkProperties(
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofMillis(100),
            Duration.ofSeconds(2),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(5),
            DataSize.ofMegabytes(8));

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final SetClock clock = new SetClock(time);
    private final NodeId lost = new NodeId("session-1");
    private final FakeSessionNode node = new FakeSessionNode("session-2");
    private final FakeSessionNodes nodes = FakeSessionNodes.of(node);
    private final AtomicBoolean clientIsThere = new AtomicBoolean(true);
    private final AtomicReference<@Nullable Verdict<Opened>> answer = new AtomicReference<>();
    private final Opened opened = new Opened(new FakeLinkChannel(), ByteString.EMPTY);

    @AfterEach
    void stops() {
        time.dispose();
    }

    @Test
    void goesOnAtTheNextNodeWithoutItsToken() {
        nodes.lose(lost);
        node.attachAnswers(opened);

        looks();
        passes(Duration.ofMillis(100));

        assertThat(answer.get()).isEqualTo(Verdict.passed(opened));
        assertThat(node.attached).containsExactly(BEFORE.continuing(null));
        assertThat(node.attached.getFirst().resume()).isNull();
    }

    @Test
    void takesOverFromANodeThatIsGone() {
        nodes.lose(lost);
        node.attachAnswers(new ElsewhereOwned(lost), opened);

        looks();
        passes(Duration.ofMillis(100));

        assertThat(answer.get()).isEqualTo(Verdict.passed(opened));
        assertThat(node.attached.getLast()).isEqualTo(BEFORE.continuing(null).takingOverFrom(lost));
    }

    @Test
    void asksAgainWhileNobodyCanTakeIt() {
        var notReady = new Declined(Refusal.notReady("still starting"));
        node.attachAnswers(notReady, notReady, notReady, opened);

        looks();
        passes(Duration.ofSeconds(3));

        assertThat(answer.get()).isEqualTo(Verdict.passed(opened));
        assertThat(node.attached).hasSize(4);
    }

    @Test
    void asksAgainWhereTheNextNodeIsLostAsWell() {
        node.attachAnswer = Mono.<AttachAnswer>error(new LinkLostException("gone"));
        looks();
        passes(Duration.ofMillis(300));

        node.attachAnswers(opened);
        passes(Duration.ofSeconds(3));

        assertThat(answer.get()).isEqualTo(Verdict.passed(opened));
    }

    @Test
    void givesUpAfterAWhile() {
        node.attachAnswer = Mono.just(new Declined(Refusal.notReady("never ready")));

        looks();
        passes(Duration.ofSeconds(19));
        assertThat(answer.get()).isNull();
        passes(Duration.ofSeconds(4));

        assertThat(answer.get()).isEqualTo(Verdict.refused(Refusal.of(CLUSTER_NODE_LOST)));
    }

    @Test
    void looksForAsLongAsItMayHoweverTheClockIsSet() {
        node.attachAnswer = Mono.just(new Declined(Refusal.notReady("never ready")));
        looks();
        passes(Duration.ofSeconds(5));

        clock.ahead = Duration.ofHours(1);
        passes(Duration.ofSeconds(14));
        assertThat(answer.get()).isNull();
        clock.ahead = Duration.ofHours(-1);
        passes(Duration.ofSeconds(4));

        assertThat(answer.get()).isEqualTo(Verdict.refused(Refusal.of(CLUSTER_NODE_LOST)));
    }

    @Test
    void stopsWhereTheClientIsGone() {
        node.attachAnswer = Mono.just(new Declined(Refusal.notReady("never ready")));
        looks();
        passes(Duration.ofMillis(200));

        clientIsThere.set(false);
        passes(Duration.ofSeconds(3));
        var asked = node.attached.size();
        passes(Duration.ofSeconds(10));

        assertThat(answer.get()).isNotNull();
        assertThat(node.attached).hasSize(asked);
    }

    @Test
    void passesOnThatTheSessionIsGone() {
        node.attachAnswers(new Declined(Refusal.of(FAILED_TO_RESUME_SESSION)));

        looks();
        passes(Duration.ofMillis(100));

        assertThat(answer.get()).isEqualTo(Verdict.refused(Refusal.of(FAILED_TO_RESUME_SESSION)));
    }

    private void looks() {
        var hosted = List.of(new HostedGame(GOLDRUSH, 3, 3, true, false, false));
        var table = new NodeTable(List.of(
                new NodeRecord(lost, NodeRole.SESSION, "ws://1", "http://1", hosted),
                new NodeRecord(node.id(), NodeRole.SESSION, "ws://2", "http://2", hosted)));
        var router = new Router(() -> table, nodes, _ -> Mono.just(Optional.empty()));
        LongSupplier nanos = () -> time.now(TimeUnit.NANOSECONDS);
        new Reattachment(router, LIMITS, RandomGenerator.of("L64X128MixRandom"), clock, nanos)
                .attach(BEFORE, new Nobody(), clientIsThere::get)
                .subscribe(answer::set);
    }

    private void passes(Duration duration) {
        time.advanceTimeBy(duration);
    }

    /// Timers whose clock somebody sets, as it happens to the clock of a machine.
    private static final class SetClock implements Scheduler {

        private final Scheduler timers;
        private Duration ahead = Duration.ZERO;

        SetClock(Scheduler timers) {
            this.timers = timers;
        }

        @Override
        public Disposable schedule(Runnable task) {
            return timers.schedule(task);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            return timers.schedule(task, delay, unit);
        }

        @Override
        public Worker createWorker() {
            return timers.createWorker();
        }

        @Override
        public long now(TimeUnit unit) {
            return timers.now(unit) + unit.convert(ahead);
        }
    }

    private static final class Nobody implements ChannelListener {

        @Override
        public void bytes(ByteBuffer frame) {}

        @Override
        public void closed(int code, ByteString frame) {}

        @Override
        public void loggedIn(String token, ByteString frame) {}

        @Override
        public void lost() {}
    }
}
