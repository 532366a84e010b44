package dev.gatehouse.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.MethodNotAllowedException;

class FailureRepliesTest {

    @Test
    void saysWhichMethodsAPathHas() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.delete("/mines"));

        new FailureReplies()
                .handle(exchange, new MethodNotAllowedException(HttpMethod.DELETE, Set.of(HttpMethod.GET)))
                .block();

        var response = exchange.getResponse();
        assertThat(response.getStatusCode()).isEqualTo(HttpStatus.METHOD_NOT_ALLOWED);
        assertThat(response.getHeaders().getAllow()).containsExactly(HttpMethod.GET);
        assertThat(response.getBodyAsString().block()).isEqualTo("""
                        {"code":"method_not_allowed","message":"The path is there, and not with this method.",\
                        "retryable":false}""");
    }

    @Test
    void answersNobodyWhoIsGone() {
        var exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/mines"));
        var gone = new IOException("Broken pipe");

        assertThatThrownBy(() -> new FailureReplies().handle(exchange, gone).block())
                .hasRootCause(gone);

        assertThat(exchange.getResponse().getStatusCode()).isNull();
    }
}
