package dev.gatehouse.proxy.handshake;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NOT_READY_UNHANDLED;
import static dev.gatehouse.model.error.ConnectionError.COMMIT_ID_MISMATCH;
import static dev.gatehouse.model.error.ConnectionError.CONNECTION_LIMIT_REACHED;
import static dev.gatehouse.model.error.ConnectionError.LOGIC_VERSION_CLIENT_TOO_OLD;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;
import static dev.gatehouse.model.error.ConnectionError.RATE_LIMITED;
import static dev.gatehouse.model.error.ConnectionError.WIRE_PROTOCOL_VERSION_CLIENT_TOO_NEW;
import static dev.gatehouse.proxy.handshake.HandshakeBench.GOLDRUSH;
import static dev.gatehouse.proxy.handshake.HandshakeBench.NEW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.proxy.routing.NodeTable;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Clients that show no token, in a game that admits them unless a test says otherwise.
class UnauthenticatedTest {

    private final HandshakeBench bench = new HandshakeBench();

    @BeforeEach
    void admitsThem() {
        bench.admitUnauthenticated();
    }

    @Test
    void opensASessionThatIsNobodys() {
        assertThat(bench.shake(hello())).isNull();

        assertThat(bench.node.attached).singleElement().satisfies(attach -> {
            assertThat(attach.player()).isEqualTo(new PlayerKey(GOLDRUSH, PlayerId.unauthenticated(NEW)));
            assertThat(attach.sessionId()).isEqualTo(NEW);
            assertThat(attach.device()).isNull();
            assertThat(attach.tokenExpiresAt()).isNull();
        });
        assertThat(bench.registered.sessions).containsExactly("goldrush/unauthenticated~new new");
    }

    @Test
    void asksAndNotesNothingAboutAPlayer() {
        assertThat(bench.shake(hello())).isNull();

        assertThat(bench.devices.listed).isEmpty();
        assertThat(bench.node.decided).isEmpty();
        assertThat(bench.standings.asked).isZero();
        assertThat(bench.standings.noted).isEmpty();
    }

    @Test
    void findsTheSessionAgainThatGoesOn() {
        assertThat(bench.shake(hello().resume("old"))).isNull();

        assertThat(bench.node.attached.getFirst().player().playerId())
                .isEqualTo(PlayerId.unauthenticated(new SessionId("old")));
    }

    @Test
    void takesNoBadTokenForNone() {
        assertThat(bench.shake(hello().token("bad"))).isEqualTo(LOGIN_REJECTED);
        assertThat(bench.shake(hello().token(""))).isEqualTo(LOGIN_REJECTED);
        assertThat(bench.node.attached).isEmpty();
    }

    @Test
    void areRefusedByAGameThatDoesNotAdmitThem() {
        var other = new HandshakeBench();

        assertThat(other.shake(hello())).isEqualTo(LOGIN_REJECTED);
        assertThat(other.shake(hello().resume("old"))).isEqualTo(LOGIN_REJECTED);
        assertThat(bench.shake(hello().game("tetris"))).isEqualTo(LOGIN_REJECTED);
    }

    @Test
    void areAskedToComeBackWhileNothingIsKnownOfTheGame() {
        bench.table = NodeTable.EMPTY;

        assertThat(bench.shake(hello())).isEqualTo(CLUSTER_NOT_READY_UNHANDLED);
    }

    @Test
    void passEveryCheckThatNeedsNoPlayer() {
        bench.rule(bench.rules.withCommitIds(List.of("abc")));
        assertThat(bench.shake(hello().protocol(2))).isEqualTo(WIRE_PROTOCOL_VERSION_CLIENT_TOO_NEW);
        assertThat(bench.shake(hello().commitId("def"))).isEqualTo(COMMIT_ID_MISMATCH);
        assertThat(bench.shake(hello().commitId("abc").logicVersion(1))).isEqualTo(LOGIC_VERSION_CLIENT_TOO_OLD);
    }

    @Test
    void areCountedWithTheirDeviceAndTheirGameAndNoAccount() {
        var strict = new HandshakeBench(
                "handshakes.per-account.burst=1",
                "handshakes.per-device.burst=2",
                "max-connections-per-account=1",
                "max-connections-per-game=7");
        strict.admitUnauthenticated();

        assertThat(strict.shake(hello())).isNull();
        assertThat(strict.shake(hello())).isNull();
        assertThat(strict.shake(hello())).isEqualTo(RATE_LIMITED);
        strict.population = 7;
        assertThat(strict.shake(hello().device("tablet"))).isEqualTo(CONNECTION_LIMIT_REACHED);
    }

    private static HelloMaker hello() {
        return HelloMaker.hello().token(null);
    }
}
