package dev.gatehouse.session.web;

import dev.gatehouse.model.codec.json.JsonCodec;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/// Writes answers as JSON, by the codec that every message of the suite is written with.
public final class Replies {

    private static final JsonCodec<ApiError> ERROR = JsonCodec.of(ApiError.class);

    public static <T> Mono<ServerResponse> ok(JsonCodec<T> codec, T value) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(codec.encodeToUtf8(value));
    }

    public static Mono<ServerResponse> error(HttpStatus status, ApiError error) {
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(ERROR.encodeToUtf8(error));
    }

    /// Writes an error where there is no handler around: in security and after a failure.
    static Mono<Void> error(ServerHttpResponse response, HttpStatusCode status, ApiError error) {
        response.setStatusCode(status);
        response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(ERROR.encodeToUtf8(error))));
    }

    private Replies() {}
}
