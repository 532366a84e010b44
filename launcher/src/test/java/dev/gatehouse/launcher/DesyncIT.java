package dev.gatehouse.launcher;

import static dev.gatehouse.model.error.ConnectionError.PLAYER_CHECKSUM_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.goldrush.player.Goldrush;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DesyncIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// The client digs seven nuggets, and says that its purse is as empty as before.
    @Test
    void keepsWhatAPersonNeedsToPlayADesyncAgain() throws Exception {
        try (var script = GatehouseScript.up(SuiteHome.emptied())) {
            var guest = guest(script);
            try (var client = new WireClient(HTTP, URI.create("ws://127.0.0.1:" + script.port(8080) + "/v1/connect"))) {
                client.send(hello(guest.get("token").asString()));
                var before = client.await("session-started").get("player");
                client.send("""
                        {"type":"session-ready"}""");
                client.send("""
                        {"type":"flush","seq":1,"ops":[{"action":{"code":100,"args":{"amount":7}}}],"checksum":%s}""".formatted(before.get("checksum")));
                assertThat(client.await("terminate").get("code").asInt()).isEqualTo(PLAYER_CHECKSUM_MISMATCH.code());
                client.send("""
                        {"type":"desync-report","seq":2,"flush":1,"model":%s}""".formatted(before.get("model")));
                assertThat(client.awaitClose()).isEqualTo(PLAYER_CHECKSUM_MISMATCH.closeCode());
            }

            var file = download(script, guest.get("playerId").asString());

            assertThat(GatehouseScript.run(script.home(), "replay", "--no-build", file.toString()))
                    .contains(
                            "action 100 -> ok",
                            "/gold: 7 on the server, 0 on the client",
                            "the code here comes to what the server came to");
        }
    }

    private static JsonNode guest(GatehouseScript script) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + script.port(8080) + "/v1/guests"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"gameId": "goldrush", "deviceToken": "a-phone"}"""))
                .build();
        return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    private static String hello(String token) {
        return """
                {"type":"hello","protocol":1,"gameId":"goldrush","token":"%s","deviceToken":"a-phone",\
                "client":{"version":"1","logicVersion":%d,"patchVersion":0,"platform":"test"}}""".formatted(token, Goldrush.LOGIC_VERSION);
    }

    /// The only desync that is kept of the player, once its client's model is there, as an operator gets it.
    private static Path download(GatehouseScript script, String player) throws IOException, InterruptedException {
        var desyncs =
                "http://127.0.0.1:%d/admin/v1/games/goldrush/players/%s/desyncs".formatted(script.port(8081), player);
        var token = GatehouseScript.run(script.home(), "token", "--no-build", "--operator")
                .strip();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> list(desyncs, token).at("/desyncs/0/reported").asBoolean(false));
        var kept = list(desyncs, token).get("desyncs");
        assertThat(kept.size()).isEqualTo(1);
        assertThat(kept.at("/0/members/0").asString()).isEqualTo("/gold");
        var one = asking(desyncs + "/" + kept.at("/0/id").asString(), token);
        return HTTP.send(one, BodyHandlers.ofFile(script.home().resolve("a.desync")))
                .body();
    }

    private static JsonNode list(String desyncs, String token) throws IOException, InterruptedException {
        return JSON.readTree(
                HTTP.send(asking(desyncs, token), BodyHandlers.ofString()).body());
    }

    private static HttpRequest asking(String url, String token) {
        return HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .build();
    }
}
