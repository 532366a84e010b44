package dev.gatehouse.client;

import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.model.error.Advice;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.error.PlayerReason;
import dev.gatehouse.model.protocol.ServerMessage.Terminate;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What went wrong on a socket, as this client understands it.
///
/// @param remedy what more the server said
record Trouble(PlayerReason reason, int code, String name, String text, Advice advice, Remedy remedy) {

    /// @param retryAfter where the server said how long to stay away
    record Remedy(JsonText details, @Nullable Duration retryAfter) {
        static final Remedy NONE = new Remedy(JsonText.EMPTY_OBJECT, null);
    }

    /// How far a socket had got.
    enum Stage {
        SILENT,
        GREETED,
        IN_SESSION
    }

    static Trouble of(ConnectionError error) {
        return of(error, error.description());
    }

    static Trouble of(ConnectionError error, String text) {
        return new Trouble(error.reason(), error.code(), error.wireName(), text, error.advice(), Remedy.NONE);
    }

    /// What the server said. Names that are newer than this client are read as the most careful one known.
    static Trouble of(Terminate terminate) {
        var retryAfter = terminate.retryAfterMillis();
        var remedy =
                new Remedy(terminate.details(), retryAfter == null ? null : Duration.ofMillis(Math.max(0, retryAfter)));
        return new Trouble(
                reason(terminate), terminate.code(), terminate.name(), terminate.message(), advice(terminate), remedy);
    }

    static Trouble of(SocketLoss loss, Stage stage) {
        return switch (loss) {
            case SocketLoss.Closed(int code, String reason) -> closed(code, reason, stage);
            case SocketLoss.Refused(int status) -> of(refused(status), "The server answered HTTP " + status + ".");
            case SocketLoss.TimedOut _ -> of(timeout(stage));
            case SocketLoss.Untrusted(String why) -> of(ConnectionError.TLS_ERROR_UNKNOWN, "TLS failed: " + why);
            case SocketLoss.TooLarge(int most) ->
                of(ConnectionError.MESSAGE_TOO_LARGE, "The server sent more than " + most + " bytes at once.");
            case SocketLoss.Broken(String why) -> of(broken(stage), "The socket is lost: " + why + ".");
        };
    }

    static ConnectionError timeout(Stage stage) {
        return switch (stage) {
            case SILENT -> ConnectionError.TIMEOUT_CONNECT_HANDSHAKE_NOT_DONE;
            case GREETED -> ConnectionError.TIMEOUT_CONNECT_HANDSHAKE_DONE;
            case IN_SESSION -> ConnectionError.TIMEOUT_STREAM_SESSION_INIT_DONE;
        };
    }

    static ConnectionError unreadable(Stage stage) {
        return switch (stage) {
            case SILENT -> ConnectionError.WIRE_FORMAT_ERROR_HANDSHAKE_NOT_DONE;
            case GREETED -> ConnectionError.WIRE_FORMAT_ERROR_HANDSHAKE_DONE;
            case IN_SESSION -> ConnectionError.WIRE_FORMAT_ERROR_SESSION_INIT_DONE;
        };
    }

    ConnectionLost with(Statistics statistics) {
        return new ConnectionLost(reason, code, name, text, advice, remedy.details(), statistics);
    }

    /// The pause before the next attempt: ours, or the server's where that is longer.
    Duration orLonger(Duration pause) {
        var asked = remedy.retryAfter();
        return asked == null || asked.compareTo(pause) < 0 ? pause : asked;
    }

    boolean is(ConnectionError error) {
        return code == error.code();
    }

    /// A server that closes without `terminate` still says by its close code what to do.
    private static Trouble closed(int code, String reason, Stage stage) {
        var error = broken(stage);
        var advice = code >= 4000 && code <= 4999 ? Advice.ofCloseCode(code) : error.advice();
        var text = "The server closed the socket with " + code + (reason.isEmpty() ? "." : ", " + reason + ".");
        return new Trouble(error.reason(), error.code(), error.wireName(), text, advice, Remedy.NONE);
    }

    private static ConnectionError broken(Stage stage) {
        return switch (stage) {
            case SILENT -> ConnectionError.CLOSED_HANDSHAKE_NOT_DONE;
            case GREETED -> ConnectionError.CLOSED_HANDSHAKE_DONE;
            case IN_SESSION -> ConnectionError.CLOSED_SESSION_INIT_DONE;
        };
    }

    private static ConnectionError refused(int status) {
        return switch (status) {
            case 401 -> ConnectionError.LOGIN_REJECTED;
            case 429 -> ConnectionError.RATE_LIMITED;
            case 503 -> ConnectionError.CLUSTER_NOT_READY_UNHANDLED;
            default -> ConnectionError.CLOSED_HANDSHAKE_NOT_DONE;
        };
    }

    private static PlayerReason reason(Terminate terminate) {
        return Arrays.stream(PlayerReason.values())
                .filter(known -> known.wireName().equals(terminate.reason()))
                .findAny()
                .orElse(PlayerReason.INTERNAL_ERROR);
    }

    private static Advice advice(Terminate terminate) {
        return Arrays.stream(Advice.values())
                .filter(known -> known.wireName().equals(terminate.advice()))
                .findAny()
                .orElse(Advice.INFORM);
    }
}
