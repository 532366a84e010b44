package dev.gatehouse.proxy.connection;

import static dev.gatehouse.model.error.ConnectionError.HANDSHAKE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.HANDSHAKE_TIMEOUT;
import static dev.gatehouse.model.error.ConnectionError.MESSAGE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.MESSAGE_TOO_LARGE;
import static dev.gatehouse.model.error.ConnectionError.PROXY_DRAINING;
import static dev.gatehouse.model.error.ConnectionError.SLOW_CONSUMER;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.ServerMessage.Move;
import dev.gatehouse.proxy.admission.Admission;
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
import dev.gatehouse.proxy.connection.ConnectionEvent.ReceivedTooOften;
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
import dev.gatehouse.proxy.refusal.Refusal;
import java.util.List;

/// Decides what one client socket does next. Knows no sockets, clocks or threads: the shell in
/// `connection.web` brings the events and carries out the effects.
public final class Connection {

    /// Where the connection is now, and what the shell must do about it.
    public record Step(ConnectionState state, List<Effect> effects) {

        public static Step to(ConnectionState state, Effect... effects) {
            return new Step(state, List.of(effects));
        }
    }

    /// What every connection begins with: the server speaks first.
    public static Step opened() {
        return Step.to(new AwaitingHello(), new Greet());
    }

    public static Step step(ConnectionState state, ConnectionEvent event) {
        return switch (state) {
            case AwaitingHello _ -> awaitingHello(event);
            case ShakingHands now -> shakingHands(now, event);
            case Relaying now -> relaying(now, event);
            case LoggingIn now -> loggingIn(now, event);
            case Reattaching now -> reattaching(now, event);
            case Closed now -> Step.to(now);
        };
    }

    private static Step awaitingHello(ConnectionEvent event) {
        return switch (event) {
            case Received(Hello hello) -> Step.to(new ShakingHands(), new ShakeHands(hello));
            case ReceivedGarbage(String why) -> close(Refusal.of(HANDSHAKE_MALFORMED, why));
            case BrokeRules(int code, String why) ->
                Step.to(new Closed(), new Terminate(Refusal.of(HANDSHAKE_MALFORMED, why), code));
            case ReceivedTooMuch _ -> close(MESSAGE_TOO_LARGE);
            case ReceivedTooOften(var retryAfter) -> close(Admission.later(retryAfter));
            case HandshakeTimedOut _ -> close(HANDSHAKE_TIMEOUT);
            case DrainStarted _, DrainEnded _ -> close(PROXY_DRAINING);
            case FellBehind _ -> close(SLOW_CONSUMER);
            case SocketClosed _ -> Step.to(new Closed());
            case Received _,
                    HandshakePassed _,
                    HandshakeRefused _,
                    SessionEnded _,
                    LoggedIn _,
                    LinkLost _,
                    Reattached _,
                    ReattachRefused _ -> close(outOfTurn());
        };
    }

    private static Step shakingHands(ShakingHands now, ConnectionEvent event) {
        return switch (event) {
            case HandshakePassed(var session) -> Step.to(new Relaying(), new StartRelay(session));
            case HandshakeRefused(Refusal refusal) -> close(refusal);
            case ReceivedGarbage(String why) -> close(Refusal.of(HANDSHAKE_MALFORMED, why));
            case BrokeRules(int code, String why) ->
                Step.to(new Closed(), new Terminate(Refusal.of(HANDSHAKE_MALFORMED, why), code));
            case ReceivedTooMuch _ -> close(MESSAGE_TOO_LARGE);
            case ReceivedTooOften(var retryAfter) -> close(Admission.later(retryAfter));
            case HandshakeTimedOut _ -> close(HANDSHAKE_TIMEOUT);
            case DrainStarted _, DrainEnded _ -> close(PROXY_DRAINING);
            case FellBehind _ -> close(SLOW_CONSUMER);
            case SocketClosed _ -> Step.to(new Closed());
            case SessionEnded _, LinkLost _ -> Step.to(now);
            case Received _, LoggedIn _, Reattached _, ReattachRefused _ -> close(outOfTurn());
        };
    }

    private static Step relaying(Relaying now, ConnectionEvent event) {
        return switch (event) {
            case SessionEnded(ConnectionError why, var frame) -> Step.to(new Closed(), new CloseWith(frame, why));
            case LoggedIn(String token, var frame) -> Step.to(new LoggingIn(), new LogIn(token, frame));
            case LinkLost _ -> Step.to(new Reattaching(), new Reattach());
            case FellBehind _ -> detachAndClose(Refusal.of(SLOW_CONSUMER));
            case ReceivedGarbage(String why) -> detachAndClose(Refusal.of(MESSAGE_MALFORMED, why));
            case BrokeRules(int code, String why) ->
                Step.to(new Closed(), new Detach(false), new Terminate(Refusal.of(MESSAGE_MALFORMED, why), code));
            case ReceivedTooMuch _ -> detachAndClose(Refusal.of(MESSAGE_TOO_LARGE));
            case ReceivedTooOften(var retryAfter) -> detachAndClose(Admission.later(retryAfter));
            // Until the client has moved the session goes on over this socket.
            case DrainStarted(Move move) -> Step.to(now, new AskToMove(move));
            case DrainEnded _ -> detachAndClose(Refusal.of(PROXY_DRAINING));
            case SocketClosed(boolean intended) -> Step.to(new Closed(), new Detach(intended));
            case HandshakeTimedOut _ -> Step.to(now);
            case Received _, HandshakePassed _, HandshakeRefused _, Reattached _, ReattachRefused _ ->
                detachAndClose(outOfTurn());
        };
    }

    private static Step loggingIn(LoggingIn now, ConnectionEvent event) {
        return switch (event) {
            case HandshakePassed(var session) -> Step.to(new Relaying(), new StartRelay(session));
            case HandshakeRefused(Refusal refusal) -> close(refusal);
            case ReceivedGarbage(String why) -> close(Refusal.of(MESSAGE_MALFORMED, why));
            case BrokeRules(int code, String why) ->
                Step.to(new Closed(), new Terminate(Refusal.of(MESSAGE_MALFORMED, why), code));
            case ReceivedTooMuch _ -> close(MESSAGE_TOO_LARGE);
            case ReceivedTooOften(var retryAfter) -> close(Admission.later(retryAfter));
            case DrainStarted _, DrainEnded _ -> close(PROXY_DRAINING);
            case FellBehind _ -> close(SLOW_CONSUMER);
            case SocketClosed _ -> Step.to(new Closed());
            // Of the first handshake, of the session that is over, or said by the answer to the attach as well.
            case HandshakeTimedOut _, SessionEnded _, LinkLost _, Reattached _, ReattachRefused _ -> Step.to(now);
            case Received _, LoggedIn _ -> close(outOfTurn());
        };
    }

    private static Step reattaching(Reattaching now, ConnectionEvent event) {
        return switch (event) {
            case Reattached(var session) -> Step.to(new Relaying(), new CarryOn(session));
            case ReattachRefused(Refusal refusal) -> close(refusal);
            case FellBehind _ -> close(SLOW_CONSUMER);
            case ReceivedGarbage(String why) -> close(Refusal.of(MESSAGE_MALFORMED, why));
            case BrokeRules(int code, String why) ->
                Step.to(new Closed(), new Terminate(Refusal.of(MESSAGE_MALFORMED, why), code));
            case ReceivedTooMuch _ -> close(MESSAGE_TOO_LARGE);
            case ReceivedTooOften(var retryAfter) -> close(Admission.later(retryAfter));
            case DrainStarted(Move move) -> Step.to(now, new AskToMove(move));
            case DrainEnded _ -> close(PROXY_DRAINING);
            case SocketClosed _ -> Step.to(new Closed());
            // Of the channel that is gone: of the next one they come once it is in use.
            case SessionEnded _, LoggedIn _, LinkLost _, HandshakeTimedOut _ -> Step.to(now);
            case Received _, HandshakePassed _, HandshakeRefused _ -> close(outOfTurn());
        };
    }

    private static Refusal outOfTurn() {
        return Refusal.of(HANDSHAKE_MALFORMED, "The message is out of turn.");
    }

    private static Step close(ConnectionError why) {
        return close(Refusal.of(why));
    }

    private static Step close(Refusal why) {
        return Step.to(new Closed(), new Terminate(why));
    }

    private static Step detachAndClose(Refusal why) {
        return Step.to(new Closed(), new Detach(false), new Terminate(why));
    }

    private Connection() {}
}
