package dev.gatehouse.session.admin.web;

import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.session.web.MalformedRequestException;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;

/// How the handlers of operators' orders ask, and what becomes of a failure.
final class Ask {

    private static final Logger log = LoggerFactory.getLogger(Ask.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /// An answer in time. What the caller wrote wrongly is malformed; a registry that is away is a timeout, which is
    /// answered as such.
    static <T> Mono<T> desk(Supplier<CompletionStage<T>> question) {
        return Mono.fromCompletionStage(question)
                .timeout(PATIENCE)
                .onErrorMap(IllegalArgumentException.class, Ask::malformed)
                .onErrorMap(RegistryUnavailableException.class, away -> new TimeoutException(away.getMessage()));
    }

    /// Writes down who does what; nothing of the body.
    static Mono<Void> audited(ServerRequest request, String what) {
        return request.principal()
                .doOnNext(
                        who -> log.info("Operator {} {}: {} {}", who.getName(), what, request.method(), request.path()))
                .then();
    }

    static MalformedRequestException malformed(Throwable why) {
        return new MalformedRequestException(String.valueOf(why.getMessage()));
    }

    static <T> T needed(String member, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(member + ": absent (expected: a value)");
        }
        return value;
    }

    private Ask() {}
}
