package dev.gatehouse.session.session;

import static dev.gatehouse.model.error.ConnectionError.MESSAGE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.PROTOCOL_ERROR_SESSION_START_FAILED;

import dev.gatehouse.model.protocol.ClientMessage;
import java.util.function.LongConsumer;

/// Decides what a control message does to a session.
final class ControlMessages {

    /// @param pong answers a ping of this id
    static Heard hear(ClientMessage.Control message, Patience patience, Stream stream, LongConsumer pong, long now) {
        return switch (message) {
            case ClientMessage.Ping(var id) -> {
                pong.accept(id);
                yield new Heard.Nothing();
            }
            case ClientMessage.Pause(var _, var expectedMillis) -> {
                patience.pause(expectedMillis, now);
                yield new Heard.Nothing();
            }
            case ClientMessage.Unpause _ -> {
                patience.unpause(now);
                yield new Heard.Nothing();
            }
            case ClientMessage.Pong(var id) -> {
                stream.ponged(id);
                yield new Heard.Nothing();
            }
            case ClientMessage.Acknowledge _ -> new Heard.Nothing();
            case ClientMessage.SessionReady _ -> new Heard.Ready();
            case ClientMessage.SessionStartFailed _ ->
                new Heard.Wrong(PROTOCOL_ERROR_SESSION_START_FAILED, "the client could not load the session");
            case ClientMessage.Hello _ -> new Heard.Wrong(MESSAGE_MALFORMED, "out of turn");
        };
    }

    private ControlMessages() {}
}
