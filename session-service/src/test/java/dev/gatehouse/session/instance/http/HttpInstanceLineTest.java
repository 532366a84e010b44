package dev.gatehouse.session.instance.http;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
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

    private final HttpClient http = HttpClient.newHttpClient();
    private AnsweringNode node;

    @BeforeEach
    void start() throws IOException {
        node = new AnsweringNode("{\"type\":\"done\",\"instance\":{\"id\":\"gi-1\",\"state\":\"running\","
                + "\"players\":[],\"data\":{},\"shared\":{}}}");
    }

    @AfterEach
    void stop() {
        node.close();
        http.close();
    }

    @Test
    void asksANode() throws InterruptedException {
        assertThat(ask(node.url())).isEqualTo(DONE);
        assertThat(node.asked)
                .containsExactly("/internal/v1/games/chess/instance-requests Bearer token"
                        + " {\"type\":\"remove-players\",\"by\":{\"kind\":\"player\",\"player\":\"alice\"},"
                        + "\"instanceId\":\"gi-1\",\"players\":[\"alice\"]}");
    }

    @Test
    void asksAnotherNodeWhereTheFirstIsGone() throws InterruptedException {
        assertThat(ask(AnsweringNode.GONE, node.url())).isEqualTo(DONE);
        assertThat(ask(AnsweringNode.GONE, AnsweringNode.GONE, node.url())).isEqualTo(UNAVAILABLE);
    }

    @Test
    void isUnavailableWhereNobodyAnswers() throws InterruptedException {
        assertThat(ask()).isEqualTo(UNAVAILABLE);
        node.status = 503;
        assertThat(ask(node.url())).isEqualTo(UNAVAILABLE);
        node.status = 200;
        node.answer = "nonsense";
        assertThat(ask(node.url())).isEqualTo(UNAVAILABLE);
    }

    @Test
    void isUnavailableWhereTheRegistryIs() throws InterruptedException {
        var line = new HttpInstanceLine(new InstanceNodes(new InternalCalls(http, () -> "token"), () -> {
            throw new RegistryUnavailableException("no answer", new IOException("broken"));
        }));

        assertThat(line.ask(new GameId("chess"), LEAVE)).isEqualTo(UNAVAILABLE);
    }

    private InstanceAnswer ask(URI... nodes) throws InterruptedException {
        return new HttpInstanceLine(new InstanceNodes(new InternalCalls(http, () -> "token"), () -> List.of(nodes)))
                .ask(new GameId("chess"), LEAVE);
    }
}
