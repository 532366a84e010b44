package dev.gatehouse.proxy.admission.web;

import static dev.gatehouse.model.error.ConnectionError.HANDSHAKE_MALFORMED;

import dev.gatehouse.proxy.admission.Admission;
import dev.gatehouse.proxy.admission.Place;
import dev.gatehouse.proxy.forwarded.ClientAddresses;
import dev.gatehouse.proxy.forwarded.Network;
import dev.gatehouse.proxy.refusal.Refusal;
import dev.gatehouse.proxy.refusal.web.HttpRefusals;
import java.net.InetAddress;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/// The first look at a request: whose it is, whether that one asks too often, and whether there is room for one more
/// socket.
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class AdmissionGate implements WebFilter {

    private final Doors doors;
    private final ClientAddresses addresses;
    private final Admission admission;
    private final HttpRefusals refusals;

    /// What may be asked for.
    ///
    /// @param accounts the path that asks for an account
    /// @param sockets the path that asks for a socket
    public record Doors(PathPattern accounts, PathPattern sockets) {

        /// Paths are compared as the mappings behind the gate do, so that no other spelling goes past.
        public static Doors of(String accounts, String sockets) {
            var parser = PathPatternParser.defaultInstance;
            return new Doors(parser.parse(accounts), parser.parse(sockets));
        }
    }

    public AdmissionGate(Doors doors, ClientAddresses addresses, Admission admission, HttpRefusals refusals) {
        this.doors = doors;
        this.addresses = addresses;
        this.admission = admission;
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var path = exchange.getRequest().getPath().pathWithinApplication();
        var asksForSocket = doors.sockets().matches(path);
        if (!asksForSocket && !doors.accounts().matches(path)) {
            return chain.filter(exchange);
        }
        var client = clientOf(exchange.getRequest());
        if (client.isEmpty()) {
            var why = Refusal.of(HANDSHAKE_MALFORMED, "The header " + addresses.headerName() + " cannot be read.");
            return refusals.send(exchange, HttpStatus.BAD_REQUEST, why);
        }
        var tooFast = admission.request(Network.subscriber(client.get()));
        if (tooFast.isPresent()) {
            return refusals.send(exchange, HttpStatus.TOO_MANY_REQUESTS, tooFast.get());
        }
        return asksForSocket ? place(exchange, chain) : chain.filter(exchange);
    }

    // An upgrade is over once its socket is open and has claimed the place. Of any other request nobody has.
    private Mono<Void> place(ServerWebExchange exchange, WebFilterChain chain) {
        var place = admission.socket();
        if (place.isEmpty()) {
            return refusals.send(exchange, HttpStatus.SERVICE_UNAVAILABLE, admission.full());
        }
        place.get().leaveWith(exchange.getAttributes());
        return chain.filter(exchange)
                .doFinally(_ -> Place.claim(exchange.getAttributes()).ifPresent(Place::giveBack));
    }

    private Optional<InetAddress> clientOf(ServerHttpRequest request) {
        var peer = request.getRemoteAddress();
        if (peer == null) {
            throw new IllegalStateException("a request without a socket");
        }
        return addresses.of(peer.getAddress(), request.getHeaders().getOrEmpty(addresses.headerName()));
    }
}
