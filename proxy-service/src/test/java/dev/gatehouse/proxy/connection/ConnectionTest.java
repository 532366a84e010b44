package dev.gatehouse.proxy.connection;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NODE_LOST;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION;
import static dev.gatehouse.model.error.ConnectionError.HANDSHAKE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.HANDSHAKE_TIMEOUT;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;
import static dev.gatehouse.model.error.ConnectionError.MESSAGE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.MESSAGE_TOO_LARGE;
import static dev.gatehouse.model.error.ConnectionError.PROXY_DRAINING;
import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_GAME_SERVER;
import static dev.gatehouse.model.error.ConnectionError.SLOW_CONSUMER;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ClientMessage.Ping;
import dev.gatehouse.model.protocol.ServerMessage.Move;
import dev.gatehouse.proxy.connection.Connection.Step;
import dev.gatehouse.proxy.connection.ConnectionEvent.BrokeRules;
import dev.gatehouse.proxy.connection.ConnectionEvent.DrainEnded;
import dev.gatehouse.proxy.connection.ConnectionEvent.DrainStarted;
import dev.gatehouse.proxy.connection.ConnectionEvent.FellBehind;
import dev.gatehouse.proxy.connection.ConnectionEvent.HandshakePassed;
import dev.gatehouse.proxy.connection.ConnectionEvent.HandshakeRefused;
import dev.gatehouse.proxy.connection.ConnectionEvent.HandshakeTimedOut;
import dev.gatehouse.proxy.connection.ConnectionEvent.LinkLost;
import dev.gatehouse.proxy.connection.ConnectionEvent.LoggedIn;
import dev.gatehouse.proxy.connection.ConnectionEvent.ReattachRefused;
import dev.gatehouse.proxy.connection.ConnectionEvent.Reattached;
import dev.gatehouse.proxy.connection.ConnectionEvent.Received;
import dev.gatehouse.proxy.connection.ConnectionEvent.ReceivedGarbage;
import dev.gatehouse.proxy.connection.ConnectionEvent.ReceivedTooMuch;
import dev.gatehouse.proxy.connection.ConnectionEvent.SessionEnded;
import dev.gatehouse.proxy.connection.ConnectionEvent.SocketClosed;
import dev.gatehouse.proxy.connection.ConnectionState.AwaitingHello;
import dev.gatehouse.proxy.connection.ConnectionState.Closed;
import dev.gatehouse.proxy.connection.ConnectionState.LoggingIn;
import dev.gatehouse.proxy.connection.ConnectionState.Reattaching;
import dev.gatehouse.proxy.connection.ConnectionState.Relaying;
import dev.gatehouse.proxy.connection.ConnectionState.ShakingHands;
import dev.gatehouse.proxy.connection.Effect.AskToMove;
import dev.gatehouse.proxy.connection.Effect.CarryOn;
import dev.gatehouse.proxy.connection.Effect.CloseWith;
import dev.gatehouse.proxy.connection.Effect.Detach;
import dev.gatehouse.proxy.connection.Effect.Greet;
import dev.gatehouse.proxy.connection.Effect.LogIn;
import dev.gatehouse.proxy.connection.Effect.Reattach;
import dev.gatehouse.proxy.connection.Effect.ShakeHands;
import dev.gatehouse.proxy.connection.Effect.StartRelay;
import dev.gatehouse.proxy.connection.Effect.Terminate;
import dev.gatehouse.proxy.link.AttachAnswer.Opened;
import dev.gatehouse.proxy.link.FakeLinkChannel;
import dev.gatehouse.proxy.refusal.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionTest {

    private static final Move MOVE = new Move(1000, 5000);

    private static final Hello HELLO =
            new Hello(1, new GameId("goldrush"), "token", "device", new ClientVersion("1.0", 3, 0, "web", null), null);

    private static final ByteString LAST = ByteString.copyFromUtf8("{\"type\":\"login-result\"}");

    private static final LogIn LOG_IN = new LogIn("token", LAST);

    @Test
    void speaksFirst() {
        assertThat(Connection.opened()).isEqualTo(Step.to(new AwaitingHello(), new Greet()));
    }

    @Test
    void runsTheChecksOnAHello() {
        assertThat(Connection.step(new AwaitingHello(), new Received(HELLO)))
                .isEqualTo(Step.to(new ShakingHands(), new ShakeHands(HELLO)));
    }

    @Test
    void refusesAnythingElseBeforeTheHello() {
        assertThat(Connection.step(new AwaitingHello(), new Received(new Ping(1))))
                .isEqualTo(closed(Refusal.of(HANDSHAKE_MALFORMED, "The message is out of turn.")));
    }

    @Test
    void refusesAMessageWhileTheChecksRun() {
        assertThat(Connection.step(new ShakingHands(), new Received(HELLO)))
                .isEqualTo(closed(Refusal.of(HANDSHAKE_MALFORMED, "The message is out of turn.")));
    }

    @Test
    void saysWhatIsWrongWithGarbage() {
        assertThat(Connection.step(new AwaitingHello(), new ReceivedGarbage("type: missing")))
                .isEqualTo(closed(Refusal.of(HANDSHAKE_MALFORMED, "type: missing")));
    }

    @Test
    void refusesAHelloThatIsTooLarge() {
        assertThat(Connection.step(new AwaitingHello(), new ReceivedTooMuch()))
                .isEqualTo(closed(Refusal.of(MESSAGE_TOO_LARGE)));
    }

    @Test
    void givesUpOnAClientThatStaysSilent() {
        assertThat(Connection.step(new AwaitingHello(), new HandshakeTimedOut()))
                .isEqualTo(closed(Refusal.of(HANDSHAKE_TIMEOUT)));
    }

    @Test
    void givesUpOnChecksThatTakeTooLong() {
        assertThat(Connection.step(new ShakingHands(), new HandshakeTimedOut()))
                .isEqualTo(closed(Refusal.of(HANDSHAKE_TIMEOUT)));
    }

    @Test
    void passesARefusalOn() {
        var refusal = Refusal.of(LOGIN_REJECTED);

        assertThat(Connection.step(new ShakingHands(), new HandshakeRefused(refusal)))
                .isEqualTo(closed(refusal));
    }

    @Test
    void relaysOnceTheSessionIsOpen() {
        var session = new Opened(new FakeLinkChannel(), ByteString.copyFromUtf8("{}"));

        assertThat(Connection.step(new ShakingHands(), new HandshakePassed(session)))
                .isEqualTo(Step.to(new Relaying(), new StartRelay(session)));
    }

    @Test
    void ignoresTheHandshakeTimeoutOnceRelaying() {
        assertThat(Connection.step(new Relaying(), new HandshakeTimedOut())).isEqualTo(Step.to(new Relaying()));
    }

    @Test
    void sendsTheNodesLastFrameAsItIs() {
        var frame = ByteString.copyFromUtf8("{\"type\":\"terminate\"}");
        var ended = new SessionEnded(FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION, frame);

        assertThat(Connection.step(new Relaying(), ended))
                .isEqualTo(Step.to(new Closed(), new CloseWith(frame, FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION)));
    }

    @Test
    void runsTheChecksAgainWhereTheClientOfAnUnauthenticatedSessionLogsIn() {
        var loggedIn = new LoggedIn("token", LAST);

        assertThat(Connection.step(new Relaying(), loggedIn)).isEqualTo(Step.to(new LoggingIn(), LOG_IN));
        assertThat(Connection.step(new Reattaching(), loggedIn)).isEqualTo(Step.to(new Reattaching()));
    }

    @Test
    void takesALoginOnlyFromASession() {
        var loggedIn = new LoggedIn("token", LAST);
        var outOfTurn = closed(Refusal.of(HANDSHAKE_MALFORMED, "The message is out of turn."));

        assertThat(Connection.step(new AwaitingHello(), loggedIn)).isEqualTo(outOfTurn);
        assertThat(Connection.step(new ShakingHands(), loggedIn)).isEqualTo(outOfTurn);
        assertThat(Connection.step(new LoggingIn(), loggedIn)).isEqualTo(outOfTurn);
    }

    @Test
    void relaysThePlayersSessionOnceItIsOpen() {
        var session = new Opened(new FakeLinkChannel(), ByteString.copyFromUtf8("{}"));

        assertThat(Connection.step(new LoggingIn(), new HandshakePassed(session)))
                .isEqualTo(Step.to(new Relaying(), new StartRelay(session)));
    }

    @Test
    void closesTheSocketOfALoginThatIsRefused() {
        var refusal = Refusal.of(REFUSED_BY_GAME_SERVER);

        assertThat(Connection.step(new LoggingIn(), new HandshakeRefused(refusal)))
                .isEqualTo(closed(refusal));
        assertThat(Connection.step(new LoggingIn(), new DrainStarted(MOVE)))
                .isEqualTo(closed(Refusal.of(PROXY_DRAINING)));
        assertThat(Connection.step(new LoggingIn(), new SocketClosed(false))).isEqualTo(Step.to(new Closed()));
    }

    @Test
    void doesNotTakeWhatIsLeftOfTheSessionBeforeForNewsOfALogin() {
        var ended = new SessionEnded(FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION, LAST);
        var reattached = new Reattached(new Opened(new FakeLinkChannel(), ByteString.EMPTY));

        for (var leftover : List.of(new HandshakeTimedOut(), ended, new LinkLost(), reattached)) {
            assertThat(Connection.step(new LoggingIn(), leftover)).isEqualTo(Step.to(new LoggingIn()));
        }
    }

    @Test
    void looksForTheNextNodeWhenTheLinkIsLost() {
        assertThat(Connection.step(new Relaying(), new LinkLost()))
                .isEqualTo(Step.to(new Reattaching(), new Reattach()));
    }

    @Test
    void relaysAgainOnceTheNextNodeIsFound() {
        var session = new Opened(new FakeLinkChannel(), ByteString.EMPTY);

        assertThat(Connection.step(new Reattaching(), new Reattached(session)))
                .isEqualTo(Step.to(new Relaying(), new CarryOn(session)));
    }

    @Test
    void closesWhenNoOtherNodeGoesOn() {
        var refusal = Refusal.of(CLUSTER_NODE_LOST);

        assertThat(Connection.step(new Reattaching(), new ReattachRefused(refusal)))
                .isEqualTo(closed(refusal));
    }

    @Test
    void letsAClientGoThatLeavesMeanwhile() {
        assertThat(Connection.step(new Reattaching(), new SocketClosed(true))).isEqualTo(Step.to(new Closed()));
    }

    @Test
    void staysWhereTheNextNodeIsLostBeforeItIsInUse() {
        assertThat(Connection.step(new Reattaching(), new LinkLost())).isEqualTo(Step.to(new Reattaching()));
    }

    @Test
    void asksAClientToMoveWhileItLooks() {
        assertThat(Connection.step(new Reattaching(), new DrainStarted(MOVE)))
                .isEqualTo(Step.to(new Reattaching(), new AskToMove(MOVE)));
    }

    @Test
    void leavesTheSessionToBeResumedWhenItDropsASlowClient() {
        assertThat(Connection.step(new Relaying(), new FellBehind()))
                .isEqualTo(Step.to(new Closed(), new Detach(false), new Terminate(Refusal.of(SLOW_CONSUMER))));
    }

    @Test
    void asksAClientInSessionToMoveWhenItDrains() {
        assertThat(Connection.step(new Relaying(), new DrainStarted(MOVE)))
                .isEqualTo(Step.to(new Relaying(), new AskToMove(MOVE)));
    }

    @Test
    void sendsAClientElsewhereThatHasNoSessionYetWhenItDrains() {
        assertThat(Connection.step(new AwaitingHello(), new DrainStarted(MOVE)))
                .isEqualTo(closed(Refusal.of(PROXY_DRAINING)));
    }

    @Test
    void leavesTheSessionToBeResumedWhereItsClientHasNotMoved() {
        assertThat(Connection.step(new Relaying(), new DrainEnded()))
                .isEqualTo(Step.to(new Closed(), new Detach(false), new Terminate(Refusal.of(PROXY_DRAINING))));
    }

    @Test
    void endsASessionThatSendsWhatIsNoText() {
        assertThat(Connection.step(new Relaying(), new ReceivedGarbage("not UTF-8")))
                .isEqualTo(Step.to(
                        new Closed(), new Detach(false), new Terminate(Refusal.of(MESSAGE_MALFORMED, "not UTF-8"))));
    }

    @Test
    void hasWebSocketsOwnCloseCodeForWhatBreaksItsRules() {
        var broken = new BrokeRules(1002, "reserved bits");

        assertThat(Connection.step(new AwaitingHello(), broken))
                .isEqualTo(
                        Step.to(new Closed(), new Terminate(Refusal.of(HANDSHAKE_MALFORMED, "reserved bits"), 1002)));
        assertThat(Connection.step(new Relaying(), broken))
                .isEqualTo(Step.to(
                        new Closed(),
                        new Detach(false),
                        new Terminate(Refusal.of(MESSAGE_MALFORMED, "reserved bits"), 1002)));
    }

    @Test
    void tellsTheNodeHowTheSocketWasClosed() {
        assertThat(Connection.step(new Relaying(), new SocketClosed(true)))
                .isEqualTo(Step.to(new Closed(), new Detach(true)));
    }

    @Test
    void doesNothingAfterTheEnd() {
        assertThat(Connection.step(new Closed(), new FellBehind())).isEqualTo(Step.to(new Closed()));
    }

    private static Step closed(Refusal refusal) {
        return Step.to(new Closed(), new Terminate(refusal));
    }
}
