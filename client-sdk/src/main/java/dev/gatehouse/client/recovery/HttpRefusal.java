package dev.gatehouse.client.recovery;

import dev.gatehouse.client.device.Reachability;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Understands an answer that is not an upgrade. What stands in its body counts; what something
/// between the server and us has answered is read by its status.
final class HttpRefusal {

    private static final JsonCodec<Body> BODIES = JsonCodec.of(Body.class);

    record Body(
            @Member(1) int code,
            @Member(2) String name,
            @Member(3) String reason,
            @Member(4) String advice,
            @Member(5) @Nullable Long retryAfterMillis) {}

    static Trouble read(SocketLoss.Refused refused, Diagnosis diagnosis) {
        var text = "The server answered HTTP " + refused.httpStatus() + ".";
        try {
            var body = BODIES.decode(refused.body());
            if (body.code() > 0) {
                return new Trouble(
                        Trouble.reason(body.reason()),
                        body.code(),
                        body.name(),
                        text,
                        Trouble.advice(body.advice()),
                        new Trouble.Remedy(JsonText.EMPTY_OBJECT, longest(body.retryAfterMillis(), refused)));
            }
        } catch (DecodeException e) {
            // Not from one of our servers.
        }
        return Trouble.of(byStatus(refused.httpStatus(), diagnosis), text).after(refused.retryAfter());
    }

    private static @Nullable Duration longest(@Nullable Long millis, SocketLoss.Refused refused) {
        var said = millis == null ? null : Duration.ofMillis(Math.max(0, millis));
        var header = refused.retryAfter();
        if (said == null || header == null) {
            return said == null ? header : said;
        }
        return said.compareTo(header) < 0 ? header : said;
    }

    private static ConnectionError byStatus(int status, Diagnosis diagnosis) {
        return switch (status) {
            case 400 -> ConnectionError.HANDSHAKE_MALFORMED;
            case 401 -> ConnectionError.LOGIN_REJECTED;
            case 403 -> ConnectionError.CLIENT_SIDE_CONNECTION_ERROR;
            case 429 -> ConnectionError.RATE_LIMITED;
            case 503 -> ConnectionError.CLUSTER_NOT_READY_UNHANDLED;
            // Somebody did answer, so there is no question of the network.
            default -> new Diagnosis(diagnosis.stage(), diagnosis.resumes(), Reachability.INTERNET).closed();
        };
    }

    private HttpRefusal() {}
}
