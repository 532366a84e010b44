package dev.gatehouse.session.link.web;

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
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/// Upgrades a link so that it can be cut: a proxy that does not read takes no close frame either.
final class LinkUpgrade implements RequestUpgradeStrategy {

    private final LinkProperties limits;

    LinkUpgrade(LinkProperties limits) {
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
        var spec = WebsocketServerSpec.builder()
                .maxFramePayloadLength(Math.toIntExact(limits.maxFrame().toBytes()))
                .build();
        return response.setComplete()
                .then(Mono.defer(() -> server.sendWebsocket(
                        (in, out) -> handler.handle(new Session(in, out, handshake.get(), buffers)), spec)));
    }

    /// A link that can be cut.
    static final class Session extends ReactorNettyWebSocketSession {

        Session(WebsocketInbound in, WebsocketOutbound out, HandshakeInfo handshake, NettyDataBufferFactory buffers) {
            super(in, out, handshake, buffers);
        }

        void cut() {
            getDelegate().getInbound().withConnection(connection -> {
                var _ = connection.channel().close();
            });
        }
    }
}
