package dev.gatehouse.session.web;

import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/// Answers what went wrong outside the handlers with the same shape of error.
public final class FailureReplies implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(FailureReplies.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return Mono.error(failure);
        }
        return switch (failure) {
            case MalformedRequestException malformed ->
                Replies.error(
                        response,
                        HttpStatus.BAD_REQUEST,
                        ApiError.of("malformed_request", String.valueOf(malformed.getMessage())));
            case DataBufferLimitException _ ->
                Replies.error(
                        response,
                        HttpStatus.CONTENT_TOO_LARGE,
                        ApiError.of("request_too_large", "The body is larger than allowed."));
            case ResponseStatusException status -> {
                response.getHeaders().putAll(status.getHeaders());
                yield Replies.error(response, status.getStatusCode(), ApiError.of(codeOf(status), messageOf(status)));
            }
            case TimeoutException _ -> Replies.error(response, HttpStatus.SERVICE_UNAVAILABLE, ApiError.unavailable());
            default -> {
                log.error("A request failed: {}", exchange.getRequest().getPath(), failure);
                yield Replies.error(
                        response,
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        ApiError.of("internal_error", "The request failed."));
            }
        };
    }

    private static String messageOf(ResponseStatusException failure) {
        return switch (failure) {
            case MethodNotAllowedException _ -> "The path is there, and not with this method.";
            default -> "The request was refused.";
        };
    }

    private static String codeOf(ResponseStatusException failure) {
        var known = HttpStatus.resolve(failure.getStatusCode().value());
        return known == null ? "refused" : known.name().toLowerCase(Locale.ROOT);
    }
}
