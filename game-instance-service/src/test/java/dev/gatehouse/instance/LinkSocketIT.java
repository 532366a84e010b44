package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.UpdateInstance;
import dev.gatehouse.model.partner.GameServerRequest.UpdatePlayer;
import dev.gatehouse.model.partner.PlayerWrite;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import java.net.http.HttpClient;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class LinkSocketIT {

    /// As docs/protocol/game-servers.md says it.
    private static final int MOST_WAITING = 320;

    @RegisterExtension
    static final SharedService SHARED = new SharedService();

    private final ServiceUnderTest service = SHARED.get();
    private final RunningGames games = new RunningGames(service);

    @Test
    @DisplayName("a request that takes long does not make its server look silent: keep-alives overtake it")
    void answersKeepAlivesWhileARequestWaits() throws Exception {
        var running = games.run("slow");
        var id = withoutItsServer(running);
        var mayAnswer = new CountDownLatch(1);
        service.sessions().holdActions(mayAnswer);
        try (var link = new TestLink(HttpClient.newHttpClient(), SHARED.environmentOf(id))) {
            link.ask(RunningGames.linkRequest(running));

            var instance = new InstanceId(id);
            var action = new ActionCall(1, new Encoded.Json("{}"));
            link.say(RunningGames.REQUEST.encode(
                    new UpdatePlayer("2", instance, new PlayerId("carol"), ActionMode.UNSYNCHRONIZED, action, null)));
            link.say(RunningGames.REQUEST.encode(new KeepAlive("3", instance)));

            assertThat(link.hear()).contains("\"id\":\"3\"", "\"ok\":true");
            mayAnswer.countDown();
            assertThat(link.hear()).contains("\"id\":\"2\"", "\"ok\":true");
        } finally {
            mayAnswer.countDown();
        }
        service.call("/" + id + "/end", "{}", 200);
    }

    @Test
    @DisplayName("what a link has no room for is refused at once, and its server is heard to be well all the same")
    void refusesMoreThanMayWait() throws Exception {
        var running = games.run("many");
        var id = withoutItsServer(running);
        var mayAnswer = new CountDownLatch(1);
        service.sessions().holdActions(mayAnswer);
        try (var link = new TestLink(HttpClient.newHttpClient(), SHARED.environmentOf(id))) {
            link.ask(RunningGames.linkRequest(running));

            for (int request = 0; request <= MOST_WAITING; request++) {
                link.say(reward("reward-" + request, id));
            }
            link.say(RunningGames.REQUEST.encode(new KeepAlive("well", new InstanceId(id))));

            assertThat(answer("reward-" + MOST_WAITING, link)).contains("\"unavailable\"", "\"retryable\":true");
            assertThat(answer("well", link)).contains("\"ok\":true");
            mayAnswer.countDown();
            assertThat(answer("reward-" + (MOST_WAITING - 1), link)).contains("\"ok\":true");
            link.say(reward("again", id));
            assertThat(answer("again", link)).contains("\"ok\":true");
        } finally {
            mayAnswer.countDown();
        }
        service.call("/" + id + "/end", "{}", 200);
    }

    /// @return the instance's id
    private String withoutItsServer(JsonNode running) throws Exception {
        var id = running.get("id").stringValue();
        try (var server = RunningGames.door(running)) {
            games.unlink(server, id);
        }
        return id;
    }

    private static String reward(String request, String instance) {
        return RunningGames.REQUEST.encode(new UpdatePlayer(
                request,
                new InstanceId(instance),
                new PlayerId("carol"),
                ActionMode.UNSYNCHRONIZED,
                new ActionCall(1, new Encoded.Json("{}")),
                null));
    }

    private static String answer(String request, TestLink link) throws Exception {
        var heard = link.hear();
        while (!heard.contains("\"id\":\"" + request + "\"")) {
            heard = link.hear();
        }
        return heard;
    }

    @Test
    void looksAtRequestsThatAreAsLongAsTheyMayBe() throws Exception {
        var id = games.run("long").get("id").stringValue();
        var full = new JsonText("\"%s\"".formatted("x".repeat(UpdateInstance.MAX_DATA_LENGTH - 2)));
        var write = new JsonText("\"%s\"".formatted("x".repeat(PlayerWrite.MAX_LENGTH - 2)));
        var writes = IntStream.range(0, GameServerRequest.MAX_PLAYERS)
                .mapToObj(number -> new PlayerWrite(new PlayerId("player-" + number), write, null))
                .toList();
        try (var link = new TestLink(HttpClient.newHttpClient(), SHARED.environmentOf(id))) {
            link.say(
                    RunningGames.REQUEST.encode(new UpdateInstance("1", new InstanceId(id), full, full, null, writes)));
            assertThat(link.hear()).contains("\"id\":\"1\"", "\"not_linked\"");

            link.say(" ".repeat(GameServerRequest.MAX_LENGTH + 1));
            assertThat(link.hear()).contains("\"id\":\"\"", "\"too_large\"");
            link.say(RunningGames.REQUEST.encode(new KeepAlive("2", new InstanceId(id))));
            assertThat(link.hear()).as("the link goes on").contains("\"id\":\"2\"");
        }
        service.call("/" + id + "/end", "{}", 200);
    }
}
