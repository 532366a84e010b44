package dev.gatehouse.proxy.handshake;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NOT_READY_UNHANDLED;
import static dev.gatehouse.model.error.ConnectionError.GAME_ID_NOT_ALLOWED;
import static dev.gatehouse.model.error.ConnectionError.GAME_ID_UNKNOWN;
import static dev.gatehouse.model.error.ConnectionError.HANDSHAKE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.LOGIC_VERSION_CLIENT_TOO_NEW;
import static dev.gatehouse.model.error.ConnectionError.LOGIC_VERSION_CLIENT_TOO_OLD;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;
import static dev.gatehouse.model.error.ConnectionError.PROTOCOL_ERROR_SESSION_START_FAILED;
import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_CONNECTION_POLICY;
import static dev.gatehouse.model.error.ConnectionError.WIRE_PROTOCOL_VERSION_CLIENT_TOO_NEW;
import static dev.gatehouse.model.error.ConnectionError.WIRE_PROTOCOL_VERSION_CLIENT_TOO_OLD;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.proxy.device.DevicePolicy;
import dev.gatehouse.proxy.device.DeviceProperties;
import dev.gatehouse.proxy.device.FakeDevices;
import dev.gatehouse.proxy.link.AttachAnswer.Declined;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.link.ChannelListener;
import dev.gatehouse.proxy.link.FakeSessionNode;
import dev.gatehouse.proxy.link.FakeSessionNodes;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict;
import dev.gatehouse.proxy.registration.Registrations;
import dev.gatehouse.proxy.routing.NodeTable;
import dev.gatehouse.proxy.routing.Router;
import dev.gatehouse.proxy.token.Identity;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.testing.TestTime;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class HandshakeTest {

    private static final GameId GOLDRUSH = new GameId("goldrush");
    private static final SessionId NEW = new SessionId("new");

    private final TestTime time = new TestTime();
    private final FakeDevices devices = new FakeDevices();
    private final Registry registered = new Registry();
    private final FakeSessionNode node = new FakeSessionNode("session-1");
    private NodeTable table = hosting(new HostedGame(GOLDRUSH, 2, 4, true));
    private final Router router = new Router(() -> table, FakeSessionNodes.of(node), _ -> Mono.just(Optional.empty()));
    private final Handshake handshake = new Handshake(
            HandshakeTest::identify,
            () -> table,
            new DevicePolicy(
                    devices,
                    router,
                    new DeviceProperties(
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(2),
                            Duration.ofSeconds(15),
                            Duration.ofMillis(25),
                            Duration.ofSeconds(30)),
                    _ -> {},
                    new DevicePolicy.Place(new NodeId("proxy-1"), time.timers())),
            registered,
            router);

    @Test
    void opensASession() {
        assertThat(shake(hello())).isNull();
        assertThat(node.attached).singleElement().satisfies(attach -> {
            assertThat(attach.player()).isEqualTo(new PlayerKey(GOLDRUSH, new PlayerId("alice")));
            assertThat(attach.sessionId()).isEqualTo(NEW);
        });
        assertThat(devices.listed).extracting(DeviceSession::sessionId).containsExactly(NEW);
        assertThat(registered.sessions).containsExactly("goldrush/alice new");
    }

    @Test
    void refusesOtherProtocols() {
        assertThat(shake(hello().protocol(0))).isEqualTo(WIRE_PROTOCOL_VERSION_CLIENT_TOO_OLD);
        assertThat(shake(hello().protocol(2))).isEqualTo(WIRE_PROTOCOL_VERSION_CLIENT_TOO_NEW);
    }

    @Test
    void refusesABadTokenBeforeItLooksAtTheGame() {
        assertThat(shake(hello().token("bad").game("tetris"))).isEqualTo(LOGIN_REJECTED);
        assertThat(shake(hello().token(null))).isEqualTo(LOGIN_REJECTED);
    }

    @Test
    void takesTheHeadersTokenBeforeTheHellos() {
        assertThat(shake(hello().token("bad").bearer("good"))).isNull();
    }

    @Test
    void refusesAGameThatNobodyHosts() {
        assertThat(shake(hello().game("tetris"))).isEqualTo(GAME_ID_UNKNOWN);
    }

    @Test
    void refusesAGameThatTheTokenIsNotFor() {
        assertThat(shake(hello().token("chess only"))).isEqualTo(GAME_ID_NOT_ALLOWED);
    }

    @Test
    void asksClientsToComeBackWhileNoNodeLives() {
        table = NodeTable.EMPTY;

        assertThat(shake(hello())).isEqualTo(CLUSTER_NOT_READY_UNHANDLED);
    }

    @Test
    void refusesOtherLogicVersions() {
        assertThat(shake(hello().logicVersion(1))).isEqualTo(LOGIC_VERSION_CLIENT_TOO_OLD);
        assertThat(shake(hello().logicVersion(5))).isEqualTo(LOGIC_VERSION_CLIENT_TOO_NEW);
    }

    @Test
    void refusesADeviceTokenThatIsNone() {
        assertThat(shake(hello().device(" "))).isEqualTo(HANDSHAKE_MALFORMED);
        assertThat(shake(hello().device("x".repeat(257)))).isEqualTo(HANDSHAKE_MALFORMED);
    }

    @Test
    void runsNoneOfTheGamesCodeBeforeTokenAndGameAreGood() {
        devices.listed.add(
                new DeviceSession(new SessionId("old"), new PlayerId("alice"), new NodeId("proxy-1"), 1, false));

        shake(hello().token("bad"));
        shake(hello().token("chess only"));
        shake(hello().game("tetris"));

        assertThat(node.decided).isEmpty();
        assertThat(node.attached).isEmpty();
        assertThat(devices.listed).hasSize(1);
    }

    @Test
    void goesOnWithoutADeviceToken() {
        assertThat(shake(hello().device(null))).isNull();
        assertThat(devices.listed).isEmpty();
        assertThat(node.attached.getFirst().device()).isNull();
    }

    @Test
    void undoesWhatItDidWhereTheGameRefusesTheDevicesNewcomer() {
        devices.listed.add(
                new DeviceSession(new SessionId("old"), new PlayerId("alice"), new NodeId("proxy-1"), 1, false));
        node.decision = Mono.just(Optional.of(Set.of(new SessionId("old"))));

        assertThat(shake(hello())).isEqualTo(REFUSED_BY_CONNECTION_POLICY);
        assertThat(devices.listed).extracting(DeviceSession::sessionId).containsExactly(new SessionId("old"));
        assertThat(node.attached).isEmpty();
    }

    @Test
    void undoesWhatItDidWhereTheSessionDoesNotStart() {
        node.attachAnswer = Mono.just(new Declined(Refusal.of(PROTOCOL_ERROR_SESSION_START_FAILED)));

        assertThat(shake(hello())).isEqualTo(PROTOCOL_ERROR_SESSION_START_FAILED);
        assertThat(devices.listed).isEmpty();
        assertThat(registered.sessions).isEmpty();
    }

    @Test
    void asksClientsToComeBackWhileTheRegistryIsAway() {
        devices.away = true;

        assertThat(shake(hello())).isEqualTo(CLUSTER_NOT_READY_UNHANDLED);
    }

    @Test
    void undoesWhatItDidWhenItIsCancelled() {
        node.attachAnswer = Mono.never();
        var running = handshake.shake(hello().build(), new Nobody()).subscribe();

        running.dispose();

        assertThat(devices.listed).isEmpty();
        assertThat(registered.sessions).isEmpty();
    }

    @Test
    void doesNotAskAboutTheDeviceOfASessionThatGoesOn() {
        devices.listed.add(
                new DeviceSession(new SessionId("old"), new PlayerId("alice"), new NodeId("proxy-1"), 1, true));
        node.attachAnswer = Mono.just(new Declined(Refusal.of(ConnectionError.FAILED_TO_RESUME_SESSION)));

        assertThat(shake(hello().resume("old"))).isEqualTo(ConnectionError.FAILED_TO_RESUME_SESSION);
        assertThat(node.decided).isEmpty();
        assertThat(devices.listed).hasSize(1);
        assertThat(node.attached.getFirst().sessionId()).isEqualTo(new SessionId("old"));
    }

    @Test
    void entersNoSessionThatAClientOnlySaysIsItsOwn() {
        node.attachAnswer = Mono.just(new Declined(Refusal.of(ConnectionError.FAILED_TO_RESUME_SESSION)));

        shake(hello().resume("somebody-elses"));

        assertThat(registered.sessions).isEmpty();
    }

    /// The error that a hello is refused with; null if it is not.
    private @Nullable ConnectionError shake(HelloMaker hello) {
        var verdict = handshake.shake(hello.build(), new Nobody()).block();
        return verdict instanceof Verdict.Refused<Opened>(Refusal refusal) ? refusal.error() : null;
    }

    private static Mono<Verdict<Identity>> identify(String token) {
        return Mono.just(
                switch (token) {
                    case "good" -> Verdict.passed(new Identity(new PlayerId("alice"), null, Instant.MAX));
                    case "chess only" ->
                        Verdict.passed(new Identity(new PlayerId("alice"), Set.of(new GameId("chess")), Instant.MAX));
                    default -> Verdict.refused(Refusal.of(LOGIN_REJECTED));
                });
    }

    private NodeTable hosting(HostedGame game) {
        return new NodeTable(List.of(new NodeRecord(node.id(), NodeRole.SESSION, "ws://1", "http://1", List.of(game))));
    }

    private static HelloMaker hello() {
        return new HelloMaker();
    }

    private static final class HelloMaker {

        private int protocol = 1;
        private String game = "goldrush";
        private @Nullable String token = "good";
        private @Nullable String device = "phone";
        private @Nullable String bearer;
        private @Nullable Resume resume;
        private int logicVersion = 3;

        HelloMaker protocol(int value) {
            protocol = value;
            return this;
        }

        HelloMaker game(String value) {
            game = value;
            return this;
        }

        HelloMaker token(@Nullable String value) {
            token = value;
            return this;
        }

        HelloMaker device(@Nullable String value) {
            device = value;
            return this;
        }

        HelloMaker bearer(String value) {
            bearer = value;
            return this;
        }

        HelloMaker resume(String session) {
            resume = new Resume(new SessionId(session), "secret", 1, 0);
            return this;
        }

        HelloMaker logicVersion(int value) {
            logicVersion = value;
            return this;
        }

        Greeting build() {
            var client = new ClientVersion("1.0", logicVersion, 0, "web", null);
            var hello = new Hello(protocol, new GameId(game), token, device, client, resume);
            return new Greeting(hello, bearer, Encoding.JSON, NEW);
        }
    }

    private static final class Registry implements Registrations {

        private final List<String> sessions = new ArrayList<>();

        @Override
        public Mono<Void> enter(PlayerKey player, SessionId session) {
            return Mono.fromRunnable(() -> sessions.add(player + " " + session));
        }

        @Override
        public void leave(PlayerKey player, SessionId session) {
            sessions.remove(player + " " + session);
        }
    }

    private static final class Nobody implements ChannelListener {

        @Override
        public void bytes(ByteBuffer frame) {}

        @Override
        public void closed(int code, ByteString frame) {}

        @Override
        public void lost() {}
    }
}
