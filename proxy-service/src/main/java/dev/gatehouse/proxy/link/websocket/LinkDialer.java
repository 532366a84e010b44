package dev.gatehouse.proxy.link.websocket;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.token.ServiceToken;
import dev.gatehouse.proxy.link.LinkProperties;
import dev.gatehouse.proxy.token.Tokens;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.WebsocketClientSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

/// Opens a link to a node and serves it until it breaks.
public final class LinkDialer {

    // Between these bounds a link's buffer counts as full: room for many sockets' frames, none for a flood.
    private static final WriteBufferWaterMark BUFFER = new WriteBufferWaterMark(1 << 20, 4 << 20);

    private final HttpClient http;
    private final LinkProperties limits;
    private final NodeId self;
    private final Tokens tokens;
    private final Supplier<String> token;

    /// @param key shared by all services, for the token that each link is opened with
    /// @param tokens says whose the tokens are that clients show within their sessions
    public LinkDialer(LinkProperties limits, NodeId self, byte[] key, InstantSource time, Tokens tokens) {
        this.limits = limits;
        this.self = self;
        this.tokens = tokens;
        this.token = () -> ServiceToken.mint(key, self.value(), ServiceToken.LINK_AUDIENCE, time.instant());
        this.http = HttpClient.newConnection()
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(limits.connectTimeout().toMillis()))
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, BUFFER);
    }

    /// Ends when the link is closed by either side; fails if it cannot be opened. Cancelling closes it.
    ///
    /// @param up hears of the open link, on its event loop
    Mono<Void> dial(NodeId node, String url, Scheduler timers, Consumer<LinkSocket> up) {
        var inTime = Sinks.<Void>empty();
        var late = Mono.delay(limits.connectTimeout().multipliedBy(2), timers)
                .takeUntilOther(inTime.asMono())
                .concatWith(Mono.never());
        return http.headers(headers ->
                        headers.set("Authorization", "Bearer " + token.get()).set("X-Gatehouse-Node", self.value()))
                .websocket(spec())
                .uri(url)
                .handle((in, out) -> {
                    inTime.tryEmitEmpty();
                    return serve(node, in, out, up);
                })
                .then()
                .timeout(late);
    }

    private WebsocketClientSpec spec() {
        return WebsocketClientSpec.builder()
                .maxFramePayloadLength(Math.toIntExact(limits.maxFrameSize().toBytes()))
                .build();
    }

    private Mono<Void> serve(NodeId node, WebsocketInbound in, WebsocketOutbound out, Consumer<LinkSocket> up) {
        var opened = new AtomicReference<LinkSocket>();
        out.withConnection(connection -> {
            var socket = new LinkSocket(node, connection.channel(), limits.answerTimeout(), tokens);
            connection.addHandlerLast("gatehouse.pulse", new LinkPulse(socket, limits.silence()));
            connection.onDispose(socket::closed);
            opened.set(socket);
        });
        var socket = opened.get();
        up.accept(socket);
        return in.aggregateFrames(Math.toIntExact(limits.maxFrameSize().toBytes()))
                .receiveFrames()
                .ofType(BinaryWebSocketFrame.class)
                .doOnNext(frame -> socket.receive(frame.content()))
                .then();
    }
}
