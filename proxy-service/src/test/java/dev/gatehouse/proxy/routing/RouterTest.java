package dev.gatehouse.proxy.routing;

import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_GAME_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.link.ProxyMessage.Attach;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.proxy.link.AttachAnswer.Declined;
import dev.gatehouse.proxy.link.AttachAnswer.ElsewhereOwned;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.link.ChannelListener;
import dev.gatehouse.proxy.link.FakeLinkChannel;
import dev.gatehouse.proxy.link.FakeSessionNode;
import dev.gatehouse.proxy.link.FakeSessionNodes;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class RouterTest {

    private static final GameId GOLDRUSH = new GameId("goldrush");
    private static final PlayerKey ALICE = new PlayerKey(GOLDRUSH, new PlayerId("alice"));
    private static final SessionId SESSION = new SessionId("s-1");
    private static final Attach ATTACH =
            new Attach(ALICE, SESSION, null, Encoding.JSON, new ClientVersion("1", 3, 0, "web", null), null, null);
    private static final ChannelListener NOBODY = new Nobody();

    private final FakeSessionNode first = new FakeSessionNode("session-1");
    private final FakeSessionNode second = new FakeSessionNode("session-2");
    private Optional<NodeId> owner = Optional.empty();
    private final FakeSessionNodes nodes = FakeSessionNodes.of(first, second);
    private final Router router = router(3);

    @Test
    void attachesAtTheNodeThatHostsThePlayer() {
        var opened = new Opened(new FakeLinkChannel(), ByteString.EMPTY);
        first.attachAnswer = Mono.just(opened);

        assertThat(router.attach(ATTACH, NOBODY).block()).isEqualTo(Verdict.passed(opened));
    }

    @Test
    void followsThePlayerToItsOwner() {
        first.attachAnswer = Mono.just(new ElsewhereOwned(second.id()));

        assertThat(router.attach(ATTACH, NOBODY).block()).isInstanceOf(Verdict.Passed.class);
        assertThat(second.attached).containsExactly(ATTACH);
    }

    @Test
    void followsAtMostTwice() {
        first.attachAnswer = Mono.just(new ElsewhereOwned(second.id()));
        second.attachAnswer = Mono.just(new ElsewhereOwned(first.id()));

        assertThat(codeOf(router.attach(ATTACH, NOBODY).block()))
                .isEqualTo(ConnectionError.CLUSTER_NOT_READY_UNHANDLED);
        assertThat(first.attached).hasSize(2);
        assertThat(second.attached).hasSize(1);
    }

    @Test
    void asksAClientToComeBackWhereTheOwnerIsNotLinked() {
        first.attachAnswer = Mono.just(new ElsewhereOwned(new NodeId("session-9")));

        assertThat(router.attach(ATTACH, NOBODY).block())
                .isEqualTo(Verdict.refused(Refusal.notReady("The player's server cannot be reached.")));
    }

    @Test
    void passesByANodeThatItHasNoLinkTo() {
        nodes.lose(first.id());

        assertThat(everywhere().attach(ATTACH, NOBODY).block()).isInstanceOf(Verdict.Passed.class);
        assertThat(second.attached).containsExactly(ATTACH);
    }

    @Test
    void passesByANodeThatIsAboutToStop() {
        first.leaving = true;

        assertThat(everywhere().attach(ATTACH, NOBODY).block()).isInstanceOf(Verdict.Passed.class);
        assertThat(first.attached).isEmpty();
    }

    @Test
    void waitsForNoLeaseOfANodeThatIsGone() {
        nodes.lose(first.id());
        second.attachAnswers(new ElsewhereOwned(first.id()), new Opened(new FakeLinkChannel(), ByteString.EMPTY));

        assertThat(everywhere().attach(ATTACH, NOBODY).block()).isInstanceOf(Verdict.Passed.class);
        assertThat(second.attached).containsExactly(ATTACH, ATTACH.takingOverFrom(first.id()));
    }

    @Test
    void asksAClientToComeBackWhereNoNodeRunsItsVersion() {
        assertThat(router(2).attach(ATTACH, NOBODY).block())
                .isEqualTo(Verdict.refused(Refusal.notReady("No server is ready.")));
    }

    @Test
    void passesTheNodesRefusalOn() {
        first.attachAnswer = Mono.just(new Declined(Refusal.of(REFUSED_BY_GAME_SERVER, "banned")));

        assertThat(router.attach(ATTACH, NOBODY).block())
                .isEqualTo(Verdict.refused(Refusal.of(REFUSED_BY_GAME_SERVER, "banned")));
    }

    @Test
    void asksAnotherNodeWhoStaysWhereTheFirstIsGone() {
        nodes.lose(first.id());
        var session = new DeviceSession(SESSION, ALICE.playerId(), new NodeId("proxy-1"), 0, false);

        everywhere().decide(ALICE, session, List.of(session)).block();

        assertThat(second.decided).hasSize(1);
    }

    @Test
    void endsASessionWhereThePlayersLeaseIs() {
        owner = Optional.of(second.id());

        assertThat(router.end(ALICE, SESSION, ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION)
                        .block())
                .isTrue();
        assertThat(second.ended).containsExactly("goldrush/alice s-1 1500");
        assertThat(first.ended).isEmpty();
    }

    @Test
    void endsASessionWhereThePlayerWouldBeWithoutALease() {
        router.end(ALICE, SESSION, ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION)
                .block();

        assertThat(first.ended).hasSize(1);
    }

    /// Only the first node hosts the game, so it is where every player starts.
    private Router router(int logicVersion) {
        var hosted = new HostedGame(GOLDRUSH, logicVersion, logicVersion, true, false, false);
        var table = new NodeTable(List.of(
                new NodeRecord(first.id(), NodeRole.SESSION, "ws://1", "http://1", List.of(hosted)),
                new NodeRecord(second.id(), NodeRole.SESSION, "ws://2", "http://2", List.of())));
        return new Router(() -> table, nodes, _ -> Mono.just(owner));
    }

    private Router everywhere() {
        var hosted = List.of(new HostedGame(GOLDRUSH, 3, 3, true, false, false));
        var table = new NodeTable(List.of(
                new NodeRecord(first.id(), NodeRole.SESSION, "ws://1", "http://1", hosted),
                new NodeRecord(second.id(), NodeRole.SESSION, "ws://2", "http://2", hosted)));
        return new Router(() -> table, nodes, _ -> Mono.just(owner));
    }

    private static @Nullable ConnectionError codeOf(@Nullable Verdict<Opened> verdict) {
        return verdict instanceof Verdict.Refused<Opened>(Refusal refusal) ? refusal.error() : null;
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
