package dev.gatehouse.proxy.connection.web;

import dev.gatehouse.proxy.connection.ConnectionEvent;
import dev.gatehouse.proxy.connection.ConnectionEvent.BrokeRules;
import dev.gatehouse.proxy.connection.ConnectionEvent.ReceivedTooMuch;
import dev.gatehouse.proxy.connection.ConnectionEvent.ReceivedTooOften;
import dev.gatehouse.proxy.connection.ConnectionEvent.SocketClosed;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;

/// Which rule of WebSocket a client broke, told from how reading failed.
final class Broken {

    private static final int PROTOCOL_ERROR = WebSocketCloseStatus.PROTOCOL_ERROR.code();

    static ConnectionEvent rule(Throwable failure) {
        return switch (failure) {
            case TooLongFrameException _ -> new ReceivedTooMuch();
            case TooManyFramesException tooMany -> new ReceivedTooOften(tooMany.retryAfter());
            case CorruptedWebSocketFrameException corrupted -> rule(corrupted.closeStatus());
            default -> new SocketClosed(false);
        };
    }

    private static ConnectionEvent rule(WebSocketCloseStatus status) {
        if (status.equals(WebSocketCloseStatus.MESSAGE_TOO_BIG)) {
            return new ReceivedTooMuch();
        }
        return status.equals(WebSocketCloseStatus.INVALID_PAYLOAD_DATA)
                ? new BrokeRules(status.code(), "The text is not UTF-8.")
                : new BrokeRules(PROTOCOL_ERROR, "The frame breaks WebSocket's rules.");
    }

    private Broken() {}
}
