package dev.gatehouse.client.recovery;

import dev.gatehouse.client.ConnectionLost;
import dev.gatehouse.client.Statistics;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.client.transport.SocketLoss.TlsFailure;
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
public record Trouble(PlayerReason reason, int code, String name, String text, Advice advice, Remedy remedy) {

    /// @param retryAfter where the server said how long to stay away
    public record Remedy(JsonText details, @Nullable Duration retryAfter) {
        static final Remedy NONE = new Remedy(JsonText.EMPTY_OBJECT, null);
    }

    public static Trouble of(ConnectionError error) {
        return of(error, error.description());
    }

    public static Trouble of(ConnectionError error, String text) {
        return new Trouble(error.reason(), error.code(), error.wireName(), text, error.advice(), Remedy.NONE);
    }

    /// What the server said. Names that are newer than this client are read as the most careful one
    /// known.
    public static Trouble of(Terminate terminate) {
        var retryAfter = terminate.retryAfterMillis();
        var remedy =
                new Remedy(terminate.details(), retryAfter == null ? null : Duration.ofMillis(Math.max(0, retryAfter)));
        return new Trouble(
                reason(terminate.reason()),
                terminate.code(),
                terminate.name(),
                terminate.message(),
                advice(terminate.advice()),
                remedy);
    }

    public static Trouble of(SocketLoss loss, Diagnosis diagnosis) {
        return switch (loss) {
            case SocketLoss.Closed(int code, String reason) -> closed(code, reason, diagnosis);
            case SocketLoss.Refused refused -> HttpRefusal.read(refused, diagnosis);
            case SocketLoss.TimedOut _ -> of(diagnosis.late());
            case SocketLoss.Untrusted(var failure, String why) -> of(tls(failure), "TLS failed: " + why);
            case SocketLoss.TooLarge(int most) ->
                of(ConnectionError.MESSAGE_TOO_LARGE, "The server sent more than " + most + " bytes at once.");
            case SocketLoss.Hung(String why) -> of(diagnosis.hung(), "The transport hangs: " + why + ".");
            case SocketLoss.Unexplained _ -> of(ConnectionError.UNKNOWN);
            case SocketLoss.Broken(String why) -> of(diagnosis.closed(), "The socket is lost: " + why + ".");
        };
    }

    public ConnectionLost with(Statistics statistics) {
        return new ConnectionLost(reason, code, name, text, advice, remedy.details(), remedy.retryAfter(), statistics);
    }

    /// The same, with how long to stay away.
    Trouble after(@Nullable Duration retryAfter) {
        return new Trouble(reason, code, name, text, advice, new Remedy(remedy.details(), retryAfter));
    }

    public boolean is(ConnectionError error) {
        return code == error.code();
    }

    /// A server that closes without `terminate` still says by its close code what to do.
    private static Trouble closed(int code, String reason, Diagnosis diagnosis) {
        var error = diagnosis.closed();
        var advice = code >= 4000 && code <= 4999 ? Advice.ofCloseCode(code) : error.advice();
        var text = "The server closed the socket with " + code + (reason.isEmpty() ? "." : ", " + reason + ".");
        return new Trouble(error.reason(), error.code(), error.wireName(), text, advice, Remedy.NONE);
    }

    private static ConnectionError tls(TlsFailure failure) {
        return switch (failure) {
            case UNKNOWN -> ConnectionError.TLS_ERROR_UNKNOWN;
            case NOT_AUTHENTICATED -> ConnectionError.TLS_ERROR_NOT_AUTHENTICATED;
            case WHILE_AUTHENTICATING -> ConnectionError.TLS_ERROR_FAILURE_WHILE_AUTHENTICATING;
            case NOT_ENCRYPTED -> ConnectionError.TLS_ERROR_NOT_ENCRYPTED;
            case OTHER -> ConnectionError.TLS_ERROR_UNHANDLED;
        };
    }

    static PlayerReason reason(String name) {
        return Arrays.stream(PlayerReason.values())
                .filter(known -> known.wireName().equals(name))
                .findAny()
                .orElse(PlayerReason.INTERNAL_ERROR);
    }

    static Advice advice(String name) {
        return Arrays.stream(Advice.values())
                .filter(known -> known.wireName().equals(name))
                .findAny()
                .orElse(Advice.INFORM);
    }
}
