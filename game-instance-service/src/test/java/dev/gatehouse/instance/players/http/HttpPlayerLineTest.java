package dev.gatehouse.instance.players.http;

import static dev.gatehouse.instance.life.InstanceExamples.ALICE;
import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.instance.players.PlayerLine.ActionAnswer;
import dev.gatehouse.instance.players.PlayerLine.ActionAnswer.Accepted;
import dev.gatehouse.instance.players.PlayerLine.ActionAnswer.Refused;
import dev.gatehouse.instance.players.PlayerLine.Delivery;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.model.schema.Encoded;
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

    @ParameterizedTest(name = "{0} {1}")
    @DisplayName("whatever becomes of an action, the game server hears a code that it knows, and whether to try again")
    @CsvSource(
            delimiter = '|',
            value = {
                "422 | action_refused                     | false | action_refused",
                "422 | unsynchronized_touches_checksummed | false | unsynchronized_touches_checksummed",
                "422 | unknown_action                     | false | unknown_action",
                "404 | unknown_player                     | false | unknown_player",
                "500 | unreadable_player                  | true  | unreadable_player",
                "429 | too_many_waiting                   | true  | too_many_waiting",
                "400 | malformed                          | false | invalid_argument",
                "404 | unknown_game                       | false | player_unreachable",
                "409 | owned_elsewhere                    | true  | player_unreachable",
                "503 | unavailable                        | true  | player_unreachable",
                "401 | unauthenticated                    | false | player_unreachable",
                "503 | of_a_newer_version                 | true  | player_unreachable",
                "422 | of_a_newer_version                 | false | action_refused"
            })
    void saysWhatBecameOfAnAction(int said, String code, boolean isRetryable, String heard) {
        status = said;
        answer = "{\"code\":\"%s\",\"message\":\"why\",\"retryable\":%s}".formatted(code, isRetryable);

        assertThat(act(Optional.of(url()))).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.why().code()).isEqualTo(heard);
            assertThat(PartnerError.of(heard).map(PartnerError::retryable))
                    .contains(refused.why().retryable());
        });
    }

    @Test
    void doesNotSayThatNothingWasDoneWhereNobodyAnswers() {
        answer = "oops";
        assertThat(act(Optional.of(url()))).isEqualTo(new Refused(Failure.of(PartnerError.PLAYER_UNREACHABLE)));
        assertThat(act(Optional.empty())).isEqualTo(new Refused(Failure.of(PartnerError.PLAYER_UNREACHABLE)));
    }

    @Test
    void saysTheNumberOfAnAction() {
        answer = "{\"id\":7}";
        assertThat(act(Optional.of(url()))).isEqualTo(new Accepted(7));
    }

    private ActionAnswer act(Optional<URI> owner) {
        var action = new ActionCall(102, new Encoded.Json("{}"));
        return line(owner).act(new PlayerKey(GAME, ALICE), ActionMode.SYNCHRONIZED, action, "key");
    }

    private Delivery tell(Optional<URI> owner) {
        return line(owner).reach(new PlayerKey(GAME, ALICE)).tell(NEWS);
    }

    private HttpPlayerLine line(Optional<URI> owner) {
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
        return new HttpPlayerLine(new InternalCalls(http, () -> "token"), owners);
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
