package dev.gatehouse.proxy.connection.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.connection.ConnectionProperties;
import dev.gatehouse.proxy.scene.TestClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.reactive.socket.HandshakeInfo;
import org.springframework.web.reactive.socket.WebSocketSession;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServer;

class ClientUpgradeIT {

    private final CompletableFuture<Boolean> onEventLoop = new CompletableFuture<>();

    /// Elsewhere a client's first frame can overtake the upgrade, and is dropped.
    @Test
    void upgradesOnTheEventLoopWhereverTheRequestWasDecided() throws Exception {
        var http = WebHttpHandlerBuilder.webHandler(
                        exchange -> Mono.defer(() -> upgrade(exchange)).subscribeOn(Schedulers.boundedElastic()))
                .build();
        var server = HttpServer.create()
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(http))
                .bindNow();

        try (var _ = TestClient.connect(server.port())) {
            assertThat(onEventLoop.get(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.disposeNow();
        }
    }

    private Mono<Void> upgrade(ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var limits = Binder.get(new MockEnvironment()).bindOrCreate("gatehouse.proxy", ConnectionProperties.class);
        return new ClientUpgrade(limits)
                .upgrade(
                        exchange.mutate()
                                .response(new ThreadWatch(exchange.getResponse()))
                                .build(),
                        WebSocketSession::close,
                        null,
                        () -> new HandshakeInfo(request.getURI(), request.getHeaders(), Mono.empty(), null));
    }

    /// Notes on which thread the last step before the upgrade runs.
    private final class ThreadWatch extends ServerHttpResponseDecorator {

        ThreadWatch(ServerHttpResponse response) {
            super(response);
        }

        @Override
        public Mono<Void> setComplete() {
            return Mono.defer(super::setComplete)
                    .doOnSubscribe(_ -> onEventLoop.complete(Schedulers.isInNonBlockingThread()));
        }
    }
}
