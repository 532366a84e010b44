package dev.gatehouse.instance.players.http;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.instance.players.PlayerLine.Delivery;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.registry.node.http.InternalCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpPlayerLineTest {

    private static final GameInstance NEWS =
            new GameInstance(InstanceEvent.ADDED, ID, null, null, null, JsonText.EMPTY_OBJECT);

    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer node;
    private volatile int status = 200;
    private volatile String answer = "";

    @BeforeEach
    void start() throws IOException {
        node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        node.createContext("/", this::answer);
        node.start();
    }

    @AfterEach
    void stop() {
        node.stop(0);
        http.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("only a node that says so knows that a player has heard, or that it has no session")
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"delivered\":true}                                            | HEARD",
                "200 | {\"delivered\":false}                                           | AWAY",
                "503 | {\"code\":\"unavailable\",\"message\":\"\",\"retryable\":true}  | UNKNOWN",
                "409 | {\"code\":\"owned_elsewhere\",\"message\":\"\",\"owner\":\"gone\"} | UNKNOWN",
                "500 | oops                                                            | UNKNOWN",
                "200 | oops                                                            | UNKNOWN"
            })
    void knowsWhatBecameOfNews(int said, String body, Delivery delivery) {
        status = said;
        answer = body;

        assertThat(tell(Optional.of(url()))).isEqualTo(delivery);
    }

    @Test
    void knowsNothingWhereNobodyAnswers() {
        var nowhere = url();
        node.stop(0);

        assertThat(tell(Optional.of(nowhere))).isEqualTo(Delivery.UNKNOWN);
        assertThat(tell(Optional.empty())).isEqualTo(Delivery.UNKNOWN);
    }

    private Delivery tell(Optional<URI> owner) {
        var owners = new PlayerOwners() {
            @Override
            public Supplier<Optional<URI>> find(PlayerKey player) {
                return () -> owner;
            }

            @Override
            public Optional<URI> addressOf(NodeId gone) {
                return Optional.empty();
            }
        };
        return new HttpPlayerLine(new InternalCalls(http, () -> "token"), owners)
                .reach(new PlayerKey(GAME, ALICE))
                .tell(NEWS);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + node.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(status, answer.length());
        exchange.getResponseBody().write(answer.getBytes(UTF_8));
        exchange.close();
    }
}
