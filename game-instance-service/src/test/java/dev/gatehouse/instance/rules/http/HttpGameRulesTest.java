package dev.gatehouse.instance.rules.http;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.instance.rules.RulesUnavailableException;
import dev.gatehouse.instance.rules.http.RuleHosts.Hosts;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.model.servercode.InstanceWish;
import dev.gatehouse.model.servercode.Verdict;
import dev.gatehouse.registry.node.http.InternalCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpGameRulesTest {

    private static final InstanceWish WISH = new InstanceWish.Create(
            InstanceAsker.player(ALICE), List.of(), JsonText.EMPTY_OBJECT, JsonText.EMPTY_OBJECT, "eu-west");

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private HttpServer node;
    private volatile String answer = "{\"type\":\"refused\",\"reason\":\"not today\"}";
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
    void asksANodeThatRunsTheGamesCode() throws RulesUnavailableException {
        assertThat(rules(Hosts.of(List.of(url()))).decide(GAME, WISH)).isEqualTo(Verdict.refused("not today"));
        assertThat(asked)
                .containsExactly("/internal/v1/games/goldrush/instance-wishes Bearer token"
                        + " {\"type\":\"create\",\"by\":{\"kind\":\"player\",\"player\":\"alice\"},\"players\":[],"
                        + "\"data\":{},\"shared\":{},\"zone\":\"eu-west\"}");
    }

    @Test
    void asksNobodyAboutAGameWithoutRules() throws RulesUnavailableException {
        assertThat(rules(Hosts.NOT_NEEDED).decide(GAME, WISH))
                .isEqualTo(Verdict.refused("Players create no instances of this game."));
        assertThat(asked).isEmpty();
    }

    @Test
    void saysThatNobodyCouldBeAsked() {
        var rules = rules(Hosts.of(List.of(url())));
        status = 503;
        assertThatThrownBy(() -> rules.decide(GAME, WISH)).isInstanceOf(RulesUnavailableException.class);
        status = 200;
        answer = "nonsense";
        assertThatThrownBy(() -> rules.decide(GAME, WISH)).isInstanceOf(RulesUnavailableException.class);
        node.stop(0);
        assertThatThrownBy(() -> rules.decide(GAME, WISH)).isInstanceOf(RulesUnavailableException.class);
    }

    @Test
    void saysThatNobodyCouldBeAskedWhereNoNodeLives() {
        var rules = rules(Hosts.of(List.of()));

        assertThat(rules.areOf(GAME)).isTrue();
        assertThatThrownBy(() -> rules.decide(GAME, WISH)).isInstanceOf(RulesUnavailableException.class);
    }

    @Test
    void asksAnotherNodeWhereTheFirstHasDied() throws Exception {
        URI dead;
        try (var nobody = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dead = URI.create("http://127.0.0.1:" + nobody.getLocalPort());
        }

        assertThat(rules(Hosts.of(List.of(dead, url()))).decide(GAME, WISH)).isEqualTo(Verdict.refused("not today"));
        assertThat(asked).hasSize(1);
    }

    private HttpGameRules rules(Hosts hosts) {
        return new HttpGameRules(new InternalCalls(http, () -> "token"), _ -> hosts);
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
