package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.instance.PlayerInstances;
import dev.gatehouse.registry.node.http.InternalCalls;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.json.JsonMapper;

class ReturnsIT {

    @RegisterExtension
    static final SharedService SHARED = new SharedService();

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ServiceUnderTest service = SHARED.get();

    @Test
    @DisplayName("3.4 (16): a player who comes back is asked, comes in on a fresh ticket, and the next time declines")
    void bringsAPlayerBack() throws Exception {
        var wish = ServiceUnderTest.creation("gina", "gina").replace("\"data\"", "\"reconnect\":\"optional\",\"data\"");
        var id = service.call("", wish, 201).get("id").stringValue();
        var running = service.awaitState(id, "running");
        await().atMost(ServiceUnderTest.SOON)
                .until(() -> service.sessions().news(id).contains("gina host-details"));

        try (var server = new TestPlayer(
                running.get("host").stringValue(), running.get("port").intValue())) {
            assertThat(newsOfReturn("gina")).containsExactly("added", "host-details");
            var ticket = service.sessions().hostDetails(id).get("ticket").stringValue();
            assertThat(server.say("ticket " + ticket)).isEqualTo("welcome gina");

            assertThat(newsOfReturn("gina")).containsExactly("added asked");
            assertThat(ask("reconnect", id)).contains("\"type\":\"done\"");
            var fresh = service.sessions().hostDetails(id).get("ticket").stringValue();
            assertThat(server.say("ticket " + ticket)).isEqualTo("refused ticket_used");
            assertThat(server.say("ticket " + fresh)).isEqualTo("welcome gina");
            assertThat(server.say("ticket " + fresh)).isEqualTo("refused ticket_used");
            assertThat(ask("decline-reconnect", id)).contains("reconnect_not_offered");

            assertThat(newsOfReturn("gina")).containsExactly("added asked");
            assertThat(ask("decline-reconnect", id)).contains("\"type\":\"done\"");
            await().atMost(ServiceUnderTest.SOON)
                    .until(() -> server.say("declined").equals("gina"));
            assertThat(server.say("players")).isEmpty();
            assertThat(service.sessions().news(id)).endsWith("gina removed");
            assertThat(newsOfReturn("gina")).isEmpty();
            assertThat(server.say("end done")).isEqualTo("ended");
        }
    }

    @Test
    void listsTheInstancesThatAPlayerIsIn() throws Exception {
        var first = service.create("erins-first", "erin").get("id").stringValue();
        var second = service.create("erins-second", "frank").get("id").stringValue();
        service.call("/" + second + "/players", "{\"players\":[{\"playerId\":\"erin\",\"team\":1}]}", 200);
        service.create("franks", "frank");

        assertThat(instancesOf("erin")).containsExactly(second, first);

        service.delete("/" + second + "/players/erin");
        assertThat(instancesOf("erin")).containsExactly(first);
        service.call("/" + first + "/end", "{}", 200);
        assertThat(instancesOf("erin")).isEmpty();
        var index = service.bean(PlayerInstances.class);
        await().atMost(ServiceUnderTest.SOON)
                .until(() -> index.of(new PlayerKey(new GameId("goldrush"), new PlayerId("erin")))
                        .toCompletableFuture()
                        .join()
                        .isEmpty());
    }

    private List<String> instancesOf(String player) throws Exception {
        return service.read("?gameId=goldrush&playerId=" + player)
                .valueStream()
                .map(instance -> instance.get("id").stringValue())
                .toList();
    }

    /// Asks as session-service does for a player who comes with a new session.
    private List<String> newsOfReturn(String player) throws Exception {
        var body = service.bean(InternalCalls.class)
                .post(service.url(), "/games/goldrush/players/" + player + "/returns", "{\"isBack\":true}")
                .body();
        return JSON.readTree(body)
                .get("news")
                .valueStream()
                .map(news -> news.get("event").stringValue()
                        + (news.get("details").path("reconnect").isString() ? " asked" : ""))
                .toList();
    }

    /// Asks as session-service does for what gina calls.
    private String ask(String request, String id) throws Exception {
        var body = "{\"type\":\"%s\",\"by\":{\"kind\":\"player\",\"player\":\"gina\"},\"instanceId\":\"%s\"}"
                .formatted(request, id);
        return service.bean(InternalCalls.class)
                .post(service.url(), "/games/goldrush/instance-requests", body)
                .body();
    }
}
