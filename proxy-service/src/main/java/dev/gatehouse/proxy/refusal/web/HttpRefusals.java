package dev.gatehouse.proxy.refusal.web;

import dev.gatehouse.proxy.refusal.Refusal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Writes a refusal as the JSON object that the contract gives it.
public final class HttpRefusals {

    private final JsonMapper json;

    /// As on the wire.
    public record Body(
            int code,
            String name,
            String reason,
            String advice,
            @Nullable Long retryAfterMillis) {

        public static Body of(Refusal refusal) {
            var error = refusal.error();
            return new Body(
                    error.code(),
                    error.wireName(),
                    error.reason().wireName(),
                    error.advice().wireName(),
                    refusal.retryAfter() == null ? null : refusal.retryAfter().toMillis());
        }
    }

    public HttpRefusals(JsonMapper json) {
        this.json = json;
    }

    public Mono<Void> send(ServerWebExchange exchange, HttpStatusCode status, Refusal refusal) {
        var response = exchange.getResponse();
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        if (refusal.retryAfter() != null) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, seconds(refusal.retryAfter()));
        }
        var bytes = json.writeValueAsBytes(Body.of(refusal));
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(bytes)));
    }

    /// Whole seconds, as HTTP wants them, never earlier than meant.
    public static String seconds(Duration retryAfter) {
        return Long.toString(retryAfter.plusMillis(999).toSeconds());
    }
}
