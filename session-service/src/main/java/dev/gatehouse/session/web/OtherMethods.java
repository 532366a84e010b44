package dev.gatehouse.session.web;

import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Refuses a path that is routed with a method that is not: a router alone says that there is no such path.
public final class OtherMethods {

    /// These routes, and a [MethodNotAllowedException] for their paths with any other method.
    ///
    /// @param routes all of their paths: no other router serves one of them
    public static RouterFunction<ServerResponse> refused(RouterFunction<ServerResponse> routes) {
        return routes.and(request -> routed(routes, request)
                .filter(methods -> !methods.isEmpty())
                .flatMap(methods -> Mono.error(new MethodNotAllowedException(request.method(), methods))));
    }

    private static Mono<List<HttpMethod>> routed(RouterFunction<ServerResponse> routes, ServerRequest request) {
        return Flux.fromArray(HttpMethod.values())
                .filterWhen(method -> routes.route(
                                ServerRequest.from(request).method(method).build())
                        .hasElement())
                .collectList();
    }

    private OtherMethods() {}
}
