package dev.gatehouse.proxy.connection.web;

import static dev.gatehouse.model.error.ConnectionError.HANDSHAKE_MALFORMED;
import static dev.gatehouse.model.error.ConnectionError.LOGIN_REJECTED;
import static dev.gatehouse.model.error.ConnectionError.PROXY_DRAINING;

import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.proxy.connection.Origins;
import dev.gatehouse.proxy.connection.Subprotocols;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.Verdict.Passed;
import dev.gatehouse.proxy.refusal.Verdict.Refused;
import dev.gatehouse.proxy.refusal.web.HttpRefusals;
import dev.gatehouse.proxy.token.Identity;
import dev.gatehouse.proxy.token.Tokens;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/// Looks at an upgrade request before it is one: what is refused here is plain HTTP, and costs no socket.
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public final class ConnectGate implements WebFilter {

    /// Where clients connect.
    public static final String PATH = "/v1/connect";

    /// As the mapping behind this matches it, so that no other spelling of the path goes past.
    private static final PathPattern PATTERN = PathPatternParser.defaultInstance.parse(PATH);

    private static final String FETCH_METADATA = "Sec-Fetch-";
    private static final String SUBPROTOCOL = "Sec-WebSocket-Protocol";

    private final Origins origins;
    private final Tokens tokens;
    private final LiveSockets live;
    private final HttpRefusals refusals;

    public ConnectGate(Origins origins, Tokens tokens, LiveSockets live, HttpRefusals refusals) {
        this.origins = origins;
        this.tokens = tokens;
        this.live = live;
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var request = exchange.getRequest();
        if (!PATTERN.matches(request.getPath().pathWithinApplication())) {
            return chain.filter(exchange);
        }
        if (!HttpMethod.GET.equals(request.getMethod())) {
            exchange.getResponse().getHeaders().setAllow(Set.of(HttpMethod.GET));
            return refuse(exchange, HttpStatus.METHOD_NOT_ALLOWED, "Only GET upgrades to a WebSocket.");
        }
        if (live.isDraining()) {
            return refusals.send(exchange, HttpStatus.SERVICE_UNAVAILABLE, Refusal.of(PROXY_DRAINING));
        }
        if (!origins.allow(request.getHeaders().getOrEmpty(HttpHeaders.ORIGIN), isFromBrowser(request))) {
            return refuse(exchange, HttpStatus.FORBIDDEN, "The page's origin is not allowed.");
        }
        if (!asksForWebSocket(request)) {
            return refuse(exchange, HttpStatus.BAD_REQUEST, "Not a WebSocket upgrade.");
        }
        var encoding = Subprotocols.choose(request.getHeaders().getOrEmpty(SUBPROTOCOL));
        return encoding.isEmpty()
                ? refuse(exchange, HttpStatus.BAD_REQUEST, "None of the offered subprotocols is spoken here.")
                : checkToken(exchange, chain, encoding.get());
    }

    private Mono<Void> checkToken(ServerWebExchange exchange, WebFilterChain chain, Encoding encoding) {
        var request = exchange.getRequest();
        if (!request.getHeaders().containsHeader(HttpHeaders.AUTHORIZATION)) {
            return upgrade(exchange, chain, encoding);
        }
        var token = Bearer.in(request.getHeaders());
        if (token.isEmpty()) {
            var refusal = Refusal.of(LOGIN_REJECTED, "The Authorization header holds no bearer token.");
            return refusals.send(exchange, HttpStatus.UNAUTHORIZED, refusal);
        }
        return tokens.identify(token.get()).flatMap(verdict -> switch (verdict) {
            case Passed<Identity> _ -> upgrade(exchange, chain, encoding);
            case Refused<Identity>(Refusal refusal) -> refusals.send(exchange, statusOf(refusal), refusal);
        });
    }

    private static HttpStatus statusOf(Refusal refusal) {
        return switch (refusal.error()) {
            case TEMPORARY_AUTHENTICATION_ERROR -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.UNAUTHORIZED;
        };
    }

    // Browsers cannot be talked out of these, and other clients have no reason to send them.
    private static boolean isFromBrowser(ServerHttpRequest request) {
        return request.getHeaders().containsHeader(HttpHeaders.COOKIE)
                || request.getHeaders().headerNames().stream()
                        .anyMatch(name -> name.regionMatches(true, 0, FETCH_METADATA, 0, FETCH_METADATA.length()));
    }

    private static boolean asksForWebSocket(ServerHttpRequest request) {
        return "websocket".equalsIgnoreCase(request.getHeaders().getUpgrade())
                && request.getHeaders().containsHeader("Sec-WebSocket-Key");
    }

    private Mono<Void> refuse(ServerWebExchange exchange, HttpStatus status, String message) {
        return refusals.send(exchange, status, Refusal.of(HANDSHAKE_MALFORMED, message));
    }

    // The server below reads one header line only and does not strip spaces, so it gets the one that was chosen.
    private static Mono<Void> upgrade(ServerWebExchange exchange, WebFilterChain chain, Encoding encoding) {
        HttpServerRequest request = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        if (request.requestHeaders().contains(SUBPROTOCOL)) {
            request.requestHeaders().set(SUBPROTOCOL, encoding.subprotocol());
        }
        return chain.filter(exchange);
    }

    /// The token of an `Authorization: Bearer` header.
    static final class Bearer {

        private static final String SCHEME = "Bearer ";

        /// Empty where there is no such header, several, or another scheme.
        static Optional<String> in(HttpHeaders headers) {
            var lines = headers.getOrEmpty(HttpHeaders.AUTHORIZATION);
            if (lines.size() != 1 || !lines.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
                return Optional.empty();
            }
            return Optional.of(lines.getFirst().substring(SCHEME.length()).strip());
        }

        private Bearer() {}
    }
}
