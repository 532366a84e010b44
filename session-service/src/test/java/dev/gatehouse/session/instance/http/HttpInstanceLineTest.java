package dev.gatehouse.session.instance.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.instance.InstanceRequest;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.InstanceAnswer;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.model.servercode.InstanceOutline;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.node.http.InternalCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpInstanceLineTest {

    private static final PlayerId ALICE = new PlayerId("alice");
    private static final InstanceRequest LEAVE =
            new InstanceRequest.RemovePlayers(InstanceAsker.player(ALICE), new InstanceId("gi-1"), List.of(ALICE));
    private static final InstanceAnswer DONE = new InstanceAnswer.Done(new InstanceOutline(
            new InstanceId("gi-1"), InstanceState.RUNNING, List.of(), JsonText.EMPTY_OBJECT, JsonText.EMPTY_OBJECT));
    private static final InstanceAnswer UNAVAILABLE = InstanceAnswer.refused(PartnerError.UNAVAILABLE);

    /// Where nobody listens.
    private static final URI GONE = URI.create("http://127.0.0.1:1");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer node;
    private volatile String answer = "{\"type\":\"done\",\"instance\":{\"id\":\"gi-1\",\"state\":\"running\","
            + "\"players\":[],\"data\":{},\"shared\":{}}}";
    private volatile int status = 200;

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

    @Test
    void asksANode() throws InterruptedException {
        assertThat(ask(url())).isEqualTo(DONE);
        assertThat(asked)
                .containsExactly("/internal/v1/games/chess/instance-requests Bearer token"
                        + " {\"type\":\"remove-players\",\"by\":{\"kind\":\"player\",\"player\":\"alice\"},"
                        + "\"instanceId\":\"gi-1\",\"players\":[\"alice\"]}");
    }

    @Test
    void asksAnotherNodeWhereTheFirstIsGone() throws InterruptedException {
        assertThat(ask(GONE, url())).isEqualTo(DONE);
        assertThat(ask(GONE, GONE, url())).isEqualTo(UNAVAILABLE);
    }

    @Test
    void isUnavailableWhereNobodyAnswers() throws InterruptedException {
        assertThat(ask()).isEqualTo(UNAVAILABLE);
        status = 503;
        assertThat(ask(url())).isEqualTo(UNAVAILABLE);
        status = 200;
        answer = "nonsense";
        assertThat(ask(url())).isEqualTo(UNAVAILABLE);
    }

    @Test
    void isUnavailableWhereTheRegistryIs() throws InterruptedException {
        var line = new HttpInstanceLine(new InternalCalls(http, () -> "token"), () -> {
            throw new RegistryUnavailableException("no answer", new IOException("broken"));
        });

        assertThat(line.ask(new GameId("chess"), LEAVE)).isEqualTo(UNAVAILABLE);
    }

    private InstanceAnswer ask(URI... nodes) throws InterruptedException {
        return new HttpInstanceLine(new InternalCalls(http, () -> "token"), () -> List.of(nodes))
                .ask(new GameId("chess"), LEAVE);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + node.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        asked.add("%s %s %s"
                .formatted(
                        exchange.getRequestURI().getPath(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        body));
        exchange.sendResponseHeaders(status, answer.length());
        exchange.getResponseBody().write(answer.getBytes(UTF_8));
        exchange.close();
    }
}
