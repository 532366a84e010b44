package dev.gatehouse.proxy.refusal;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NOT_READY_UNHANDLED;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_INTERNAL_SERVER_ERROR;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.protocol.ServerMessage.Terminate;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a client is turned away.
///
/// @param retryAfter how long to wait before the next attempt, where that is known
/// @param message English, for people; never holds what the client sent
public record Refusal(ConnectionError error, @Nullable Duration retryAfter, String message, JsonText details) {

    private static final Duration NOT_READY_RETRY = Duration.ofSeconds(2);

    /// With the error's own description as its message.
    public static Refusal of(ConnectionError error) {
        return of(error, error.description());
    }

    public static Refusal of(ConnectionError error, String message) {
        return new Refusal(error, null, message, JsonText.EMPTY_OBJECT);
    }

    /// Something behind the proxy cannot take the session now, and will be able to before long.
    public static Refusal notReady(String message) {
        return new Refusal(CLUSTER_NOT_READY_UNHANDLED, NOT_READY_RETRY, message, JsonText.EMPTY_OBJECT);
    }

    /// What a session-service node refused. A code that this proxy has not heard of is an internal error.
    public static Refusal from(NodeMessage.Refused refused) {
        var retryAfter = refused.retryAfterMillis() == null ? null : Duration.ofMillis(refused.retryAfterMillis());
        var error = ConnectionError.of(refused.code()).orElse(FORCE_TERMINATED_INTERNAL_SERVER_ERROR);
        return new Refusal(error, retryAfter, refused.message(), refused.details());
    }

    /// The last message for the client.
    public Terminate terminate() {
        return error.terminate(retryAfter, message, details);
    }
}
