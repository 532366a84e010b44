package dev.gatehouse.proxy.refusal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import reactor.test.StepVerifier;
import tools.jackson.databind.json.JsonMapper;

class FailureRepliesTest {

    private final FailureReplies replies = new FailureReplies(new HttpRefusals(new JsonMapper()));
    private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/v1/guests"));

    @Test
    void saysWhichMethodsAPathHas() {
        fails(new MethodNotAllowedException(HttpMethod.GET, Set.of(HttpMethod.POST)));

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
        assertThat(exchange.getResponse().getHeaders().getAllow()).containsExactly(HttpMethod.POST);
        assertThat(body()).startsWith("{\"code\":4001,\"name\":\"handshake_malformed\",");
    }

    @Test
    void givesAPathThatNobodyServesTheBodyOfARefusal() {
        fails(new ResponseStatusException(HttpStatus.NOT_FOUND));

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(body()).startsWith("{\"code\":4001,");
    }

    @Test
    void asksWhoMetAFailureOfOursToComeBack() {
        fails(new IllegalStateException("a secret"));

        assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
        assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("2");
        assertThat(body()).startsWith("{\"code\":1209,").doesNotContain("secret");
    }

    @Test
    void answersNobodyWhoIsGone() {
        var gone = new IOException("Connection reset by peer");

        StepVerifier.create(replies.handle(exchange, gone)).verifyErrorMatches(gone::equals);
        assertThat(exchange.getResponse().getStatusCode()).isNull();
    }

    private void fails(Throwable failure) {
        replies.handle(exchange, failure).block();
    }

    private String body() {
        return String.valueOf(exchange.getResponse().getBodyAsString().block());
    }
}
