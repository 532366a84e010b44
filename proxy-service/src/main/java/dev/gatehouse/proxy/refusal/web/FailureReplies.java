package dev.gatehouse.proxy.refusal.web;

import static dev.gatehouse.model.error.ConnectionError.HANDSHAKE_MALFORMED;

import dev.gatehouse.proxy.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/// Answers a request that nobody serves, or that failed, with the body that every refusal has.
public final class FailureReplies implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(FailureReplies.class);

    private final HttpRefusals refusals;

    public FailureReplies(HttpRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted() || DisconnectedClientHelper.isClientDisconnectedException(failure)) {
            return Mono.error(failure);
        }
        if (failure instanceof ResponseStatusException known
                && known.getStatusCode().is4xxClientError()) {
            response.getHeaders().putAll(known.getHeaders());
            return refusals.send(exchange, known.getStatusCode(), Refusal.of(HANDSHAKE_MALFORMED));
        }
        log.error("A request failed: {}", exchange.getRequest().getPath(), failure);
        var why = Refusal.notReady("The request failed.");
        return refusals.send(exchange, HttpStatus.SERVICE_UNAVAILABLE, why);
    }
}
