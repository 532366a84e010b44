package dev.gatehouse.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;

class OtherMethodsTest {

    private static final HandlerFunction<ServerResponse> SERVED = _ -> Mono.empty();

    private final RouterFunction<ServerResponse> routes = OtherMethods.refused(RouterFunctions.route()
            .GET("/mines", SERVED)
            .GET("/mines/{id}", SERVED)
            .PUT("/mines/{id}", SERVED)
            .build());

    @Test
    void servesWhatIsRouted() {
        assertThat(route(HttpMethod.PUT, "/mines/1")).isSameAs(SERVED);
    }

    @Test
    void refusesAnotherMethodAndNamesThoseThatThePathHas() {
        assertThatExceptionOfType(MethodNotAllowedException.class)
                .isThrownBy(() -> route(HttpMethod.DELETE, "/mines/1"))
                .satisfies(refused -> assertThat(refused.getSupportedMethods())
                        .containsExactlyInAnyOrder(HttpMethod.GET, HttpMethod.PUT));
        assertThatExceptionOfType(MethodNotAllowedException.class)
                .isThrownBy(() -> route(HttpMethod.PUT, "/mines"))
                .satisfies(refused -> assertThat(refused.getSupportedMethods()).containsExactly(HttpMethod.GET));
    }

    @Test
    void leavesAPathThatItDoesNotKnowToOthers() {
        assertThat(route(HttpMethod.GET, "/elsewhere")).isNull();
    }

    private @Nullable HandlerFunction<ServerResponse> route(HttpMethod method, String path) {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.method(method, path));
        return routes.route(ServerRequest.create(exchange, List.of())).block();
    }
}
