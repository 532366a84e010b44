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

class LinkSocketIT {

    @RegisterExtension
    static final SharedService SHARED = new SharedService();

    private final ServiceUnderTest service = SHARED.get();
    private final RunningGames games = new RunningGames(service);

    @Test
    @DisplayName("a request that takes long does not make its server look silent: keep-alives overtake it")
    void answersKeepAlivesWhileARequestWaits() throws Exception {
        var running = games.run("slow");
        var id = running.get("id").stringValue();
        try (var server = RunningGames.door(running)) {
            games.unlink(server, id);
        }
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
