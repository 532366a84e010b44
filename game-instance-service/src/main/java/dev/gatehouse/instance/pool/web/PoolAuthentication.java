package dev.gatehouse.instance.pool.web;

import dev.gatehouse.instance.pool.PoolKeys;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.PartnerError;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.server.HandshakeInterceptor;

/// Lets a pool server's upgrade through only with the key of a pool, and notes which. The key itself goes no further
/// than this.
final class PoolAuthentication implements HandshakeInterceptor {

    static final String POOL = PoolAuthentication.class.getName() + ".pool";

    private static final Logger LOG = LoggerFactory.getLogger(PoolAuthentication.class);
    private static final String BEARER = "Bearer ";
    private static final JsonCodec<Failure> FAILURE = JsonCodec.of(Failure.class);

    private final PoolKeys keys;

    PoolAuthentication(PoolKeys keys) {
        this.keys = keys;
    }

    @Override
    public boolean beforeHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            Map<String, Object> attributes)
            throws IOException {
        var pool = poolOf(request.getHeaders());
        if (pool.isEmpty()) {
            LOG.warn("a pool link was refused: {}", PartnerError.UNAUTHENTICATED.code());
            response.setStatusCode(HttpStatus.UNAUTHORIZED);
            response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
            response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.getBody()
                    .write(FAILURE.encodeToUtf8(
                            new Failure(PartnerError.UNAUTHENTICATED.code(), "The key of a pool is needed.", false)));
            return false;
        }
        attributes.put(POOL, pool.get());
        return true;
    }

    private Optional<String> poolOf(HttpHeaders headers) {
        var values = headers.getOrEmpty(HttpHeaders.AUTHORIZATION);
        return values.size() == 1 && values.getFirst().startsWith(BEARER)
                ? keys.poolOf(values.getFirst().substring(BEARER.length()))
                : Optional.empty();
    }

    @Override
    public void afterHandshake(
            ServerHttpRequest request,
            ServerHttpResponse response,
            WebSocketHandler handler,
            @Nullable Exception failure) {
        // Nothing is left to do.
    }
}
