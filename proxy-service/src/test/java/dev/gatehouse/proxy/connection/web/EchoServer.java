package dev.gatehouse.proxy.connection.web;

import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.proxy.admission.FrameBudget;
import dev.gatehouse.proxy.admission.Rate;
import dev.gatehouse.proxy.connection.ConnectionEvent;
import dev.gatehouse.proxy.connection.ConnectionEvent.BrokeRules;
import dev.gatehouse.proxy.connection.ConnectionProperties;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServer;

/// Sends back what it is sent, over the very pipeline that clients' sockets have. For Autobahn's fuzzing client, which
/// knows WebSocket and nothing of our protocol.
public final class EchoServer {

    private static final String WHOLE_MESSAGES_AT_ONCE = "5MB";

    private static final FrameBudget AS_FAST_AS_IT_LIKES = new FrameBudget(new Rate(1, Integer.MAX_VALUE), () -> 0);

    private final ConnectionProperties limits;

    private EchoServer(ConnectionProperties limits) {
        this.limits = limits;
    }

    /// Serves until the process ends, or its thread is interrupted.
    ///
    /// @param arguments the port
    public static void main(String[] arguments) {
        var settings = new MapConfigurationPropertySource();
        settings.put("gatehouse.proxy.handshake.max-hello-size", WHOLE_MESSAGES_AT_ONCE);
        var echo = new EchoServer(new Binder(settings).bindOrCreate("gatehouse.proxy", ConnectionProperties.class));
        var http = WebHttpHandlerBuilder.webHandler(echo::upgrade).build();
        HttpServer.create()
                .port(Integer.parseInt(arguments[0]))
                .handle(new ReactorHttpHandlerAdapter(http))
                .bindNow()
                .onDispose()
                .block();
    }

    private Mono<Void> upgrade(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        return new ClientUpgrade(limits)
                .upgrade(
                        exchange,
                        session -> echo((ClientUpgrade.Session) session, session),
                        null,
                        () -> new HandshakeInfo(request.getURI(), request.getHeaders(), Mono.empty(), null));
    }

    private Mono<Void> echo(ClientUpgrade.Session upgraded, WebSocketSession session) {
        var socket = ClientSocket.of(upgraded, Encoding.JSON, limits, AS_FAST_AS_IT_LIKES);
        var channel = new AtomicReference<Channel>();
        upgraded.in().withConnection(connection -> channel.set(connection.channel()));
        return socket.frames()
                .doOnNext(frame -> {
                    var _ = channel.get().writeAndFlush(copyOf(frame));
                })
                .then()
                .onErrorResume(failure -> Mono.fromRunnable(() -> refuse(socket, Broken.rule(failure))))
                .then(session.closeStatus())
                .then();
    }

    private static WebSocketFrame copyOf(ClientFrame frame) {
        var bytes = Unpooled.wrappedBuffer(frame.bytes());
        return frame.isText() ? new TextWebSocketFrame(bytes) : new BinaryWebSocketFrame(bytes);
    }

    private static void refuse(ClientSocket socket, ConnectionEvent event) {
        if (event instanceof BrokeRules(int closeCode, String why)) {
            socket.close(closeCode, why);
        } else {
            socket.cut();
        }
    }
}
