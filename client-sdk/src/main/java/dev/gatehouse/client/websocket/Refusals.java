package dev.gatehouse.client.websocket;

import dev.gatehouse.client.transport.SocketLoss;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Reads an answer to an upgrade that is none.
final class Refusals {

    private static final int MAX_BODY_CHARS = 64 * 1024;

    static SocketLoss read(HttpResponse<?> answer) {
        int status = answer.statusCode();
        if (status == 101) {
            // The server agreed, but not to what was asked for.
            return new SocketLoss.Broken("the upgrade's answer is wrong");
        }
        var body = answer.body() instanceof String text && text.length() <= MAX_BODY_CHARS ? text : "";
        return new SocketLoss.Refused(
                status, seconds(answer.headers().firstValue("Retry-After").orElse("")), body);
    }

    /// A date, which the header may hold as well, is nothing that a client without a wall clock can use.
    private static @Nullable Duration seconds(String header) {
        boolean isNumber =
                !header.isEmpty() && header.length() <= 9 && header.chars().allMatch(c -> '0' <= c && c <= '9');
        return isNumber ? Duration.ofSeconds(Integer.parseInt(header)) : null;
    }

    private Refusals() {}
}
