package dev.gatehouse.proxy.connection.web;

import dev.gatehouse.proxy.admission.Place;
import dev.gatehouse.proxy.connection.ConnectionProperties;
import io.netty.channel.EventLoop;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.NettyDataBufferFactory;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.adapter.ReactorNettyWebSocketSession;
import org.springframework.web.reactive.socket.server.RequestUpgradeStrategy;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/// Upgrades as Spring's own strategy does, but hands the handler a session that shows its Netty side: frames are passed
/// on as they are, and counted where they wait.
public final class ClientUpgrade implements RequestUpgradeStrategy {

    private final ConnectionProperties limits;

    public ClientUpgrade(ConnectionProperties limits) {
        this.limits = limits;
    }

    @Override
    public Mono<Void> upgrade(
            ServerWebExchange exchange,
            WebSocketHandler handler,
            @Nullable String subProtocol,
            Supplier<HandshakeInfo> handshake) {
        var response = exchange.getResponse();
        HttpServerResponse server = ServerHttpResponseDecorator.getNativeResponse(response);
        var buffers = (NettyDataBufferFactory) response.bufferFactory();
        var spec = spec(subProtocol);
        var attributes = exchange.getAttributes();
        return response.setComplete()
                .then(Mono.defer(() -> server.sendWebsocket(
                        (in, out) -> handler.handle(new Session(in, out, handshake.get(), buffers, attributes)), spec)))
                .subscribeOn(eventLoop(server));
    }

    // A check before this one may have changed threads. Off the event loop a client can hear the 101, and send
    // its first frame, before the socket has somewhere to put it: the frame is dropped without a word.
    private static Scheduler eventLoop(HttpServerResponse server) {
        var loop = new AtomicReference<EventLoop>();
        server.withConnection(connection -> loop.set(connection.channel().eventLoop()));
        return Schedulers.fromExecutor(Objects.requireNonNull(loop.get(), "no connection"));
    }

    private WebsocketServerSpec spec(@Nullable String subProtocol) {
        var spec = WebsocketServerSpec.builder()
                .maxFramePayloadLength(Math.toIntExact(limits.maxInboundSize().toBytes()));
        return subProtocol == null ? spec.build() : spec.protocols(subProtocol).build();
    }

    /// A session whose two directions can be had as they are, and the place that its request has taken.
    static final class Session extends ReactorNettyWebSocketSession {

        private final Map<String, Object> request;

        Session(
                WebsocketInbound in,
                WebsocketOutbound out,
                HandshakeInfo handshake,
                NettyDataBufferFactory buffers,
                Map<String, Object> request) {
            super(in, out, handshake, buffers);
            this.request = request;
        }

        /// The socket's from now on, to be given back when it is gone.
        ///
        /// @throws IllegalStateException where the request has none, or none any more
        Place claimPlace() {
            return Place.claim(request).orElseThrow(() -> new IllegalStateException("a socket without a place"));
        }

        WebsocketInbound in() {
            return getDelegate().getInbound();
        }
    }
}
