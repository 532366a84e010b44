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
import static dev.gatehouse.proxy.handshake.HandshakeBench.GOLDRUSH;
import static dev.gatehouse.proxy.handshake.HandshakeBench.NEW;
import static dev.gatehouse.proxy.handshake.HelloMaker.hello;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.DeviceSession;
import dev.gatehouse.proxy.link.AttachAnswer.Declined;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.routing.NodeTable;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class HandshakeTest {

    private final HandshakeBench bench = new HandshakeBench();

    @Test
    void opensASession() {
        assertThat(bench.shake(hello())).isNull();
        assertThat(bench.node.attached).singleElement().satisfies(attach -> {
            assertThat(attach.player()).isEqualTo(new PlayerKey(GOLDRUSH, new PlayerId("alice")));
            assertThat(attach.sessionId()).isEqualTo(NEW);
        });
        assertThat(bench.devices.listed).extracting(DeviceSession::sessionId).containsExactly(NEW);
        assertThat(bench.registered.sessions).containsExactly("goldrush/alice new");
    }

    @Test
    void refusesOtherProtocols() {
        assertThat(bench.shake(hello().protocol(0))).isEqualTo(WIRE_PROTOCOL_VERSION_CLIENT_TOO_OLD);
        assertThat(bench.shake(hello().protocol(2))).isEqualTo(WIRE_PROTOCOL_VERSION_CLIENT_TOO_NEW);
    }

    @Test
    void refusesABadTokenBeforeItLooksAtTheGame() {
        assertThat(bench.shake(hello().token("bad").game("tetris"))).isEqualTo(LOGIN_REJECTED);
        assertThat(bench.shake(hello().token(null))).isEqualTo(LOGIN_REJECTED);
    }

    @Test
    void takesTheHeadersTokenBeforeTheHellos() {
        assertThat(bench.shake(hello().token("bad").bearer("good"))).isNull();
    }

    @Test
    void refusesAGameThatNobodyHosts() {
        assertThat(bench.shake(hello().game("tetris"))).isEqualTo(GAME_ID_UNKNOWN);
    }

    @Test
    void refusesAGameThatTheTokenIsNotFor() {
        assertThat(bench.shake(hello().token("chess only"))).isEqualTo(GAME_ID_NOT_ALLOWED);
    }

    @Test
    void asksClientsToComeBackWhileNoNodeLives() {
        bench.table = NodeTable.EMPTY;

        assertThat(bench.shake(hello())).isEqualTo(CLUSTER_NOT_READY_UNHANDLED);
    }

    @Test
    void refusesOtherLogicVersions() {
        assertThat(bench.shake(hello().logicVersion(1))).isEqualTo(LOGIC_VERSION_CLIENT_TOO_OLD);
        assertThat(bench.shake(hello().logicVersion(5))).isEqualTo(LOGIC_VERSION_CLIENT_TOO_NEW);
    }

    @Test
    void refusesADeviceTokenThatIsNone() {
        assertThat(bench.shake(hello().device(" "))).isEqualTo(HANDSHAKE_MALFORMED);
        assertThat(bench.shake(hello().device("x".repeat(257)))).isEqualTo(HANDSHAKE_MALFORMED);
    }

    @Test
    void runsNoneOfTheGamesCodeBeforeTokenAndGameAreGood() {
        bench.devices.listed.add(
                new DeviceSession(new SessionId("old"), new PlayerId("alice"), new NodeId("proxy-1"), 1, false));

        bench.shake(hello().token("bad"));
        bench.shake(hello().token("chess only"));
        bench.shake(hello().game("tetris"));

        assertThat(bench.node.decided).isEmpty();
        assertThat(bench.node.attached).isEmpty();
        assertThat(bench.devices.listed).hasSize(1);
    }

    @Test
    void goesOnWithoutADeviceToken() {
        assertThat(bench.shake(hello().device(null))).isNull();
        assertThat(bench.devices.listed).isEmpty();
        assertThat(bench.node.attached.getFirst().device()).isNull();
    }

    @Test
    void undoesWhatItDidWhereTheGameRefusesTheDevicesNewcomer() {
        bench.devices.listed.add(
                new DeviceSession(new SessionId("old"), new PlayerId("alice"), new NodeId("proxy-1"), 1, false));
        bench.node.decision = Mono.just(Optional.of(Set.of(new SessionId("old"))));

        assertThat(bench.shake(hello())).isEqualTo(REFUSED_BY_CONNECTION_POLICY);
        assertThat(bench.devices.listed).extracting(DeviceSession::sessionId).containsExactly(new SessionId("old"));
        assertThat(bench.node.attached).isEmpty();
    }

    @Test
    void tellsTheNodeWhomTheGameHasKeptBesideANewcomer() {
        var old = new SessionId("old");
        bench.devices.listed.add(new DeviceSession(old, new PlayerId("alice"), new NodeId("proxy-1"), 1, false));
        bench.node.decision = Mono.just(Optional.of(Set.of(old, NEW)));

        bench.shake(hello());

        assertThat(bench.node.attached.getFirst().kept()).containsExactly(old);
        assertThat(bench.node.ended).isEmpty();
    }

    @Test
    void undoesWhatItDidWhereTheSessionDoesNotStart() {
        bench.node.attachAnswer = Mono.just(new Declined(Refusal.of(PROTOCOL_ERROR_SESSION_START_FAILED)));

        assertThat(bench.shake(hello())).isEqualTo(PROTOCOL_ERROR_SESSION_START_FAILED);
        assertThat(bench.devices.listed).isEmpty();
        assertThat(bench.registered.sessions).isEmpty();
    }

    @Test
    void asksClientsToComeBackWhileTheRegistryIsAway() {
        bench.devices.away = true;

        assertThat(bench.shake(hello())).isEqualTo(CLUSTER_NOT_READY_UNHANDLED);
    }

    @Test
    void undoesWhatItDidWhenItIsCancelled() {
        bench.node.attachAnswer = Mono.never();
        var running = bench.handshake
                .shake(hello().build(), new HandshakeBench.Nobody())
                .subscribe();

        running.dispose();

        assertThat(bench.devices.listed).isEmpty();
        assertThat(bench.registered.sessions).isEmpty();
    }

    @Test
    void doesNotAskAboutTheDeviceOfASessionThatGoesOn() {
        bench.devices.listed.add(
                new DeviceSession(new SessionId("old"), new PlayerId("alice"), new NodeId("proxy-1"), 1, true));
        bench.node.attachAnswer = Mono.just(new Declined(Refusal.of(ConnectionError.FAILED_TO_RESUME_SESSION)));

        assertThat(bench.shake(hello().resume("old"))).isEqualTo(ConnectionError.FAILED_TO_RESUME_SESSION);
        assertThat(bench.node.decided).isEmpty();
        assertThat(bench.devices.listed).hasSize(1);
        assertThat(bench.node.attached.getFirst().sessionId()).isEqualTo(new SessionId("old"));
    }

    @Test
    void entersNoSessionThatAClientOnlySaysIsItsOwn() {
        bench.node.attachAnswer = Mono.just(new Declined(Refusal.of(ConnectionError.FAILED_TO_RESUME_SESSION)));

        bench.shake(hello().resume("somebody-elses"));

        assertThat(bench.registered.sessions).isEmpty();
    }
}
