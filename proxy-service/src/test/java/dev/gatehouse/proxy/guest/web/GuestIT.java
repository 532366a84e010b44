package dev.gatehouse.proxy.guest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.proxy.scene.TestKeys;
import dev.gatehouse.testing.RedisExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GuestIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.start(REDIS, "gatehouse.guests.enabled=true", "gatehouse.guests.key=" + TestKeys.privateKey());
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @BeforeEach
    void announce() {
        scene.announce();
        scene.awaitLink();
    }

    @Test
    void givesADeviceAnAccountToPlayWith() throws Exception {
        var guest = body(ask("{\"gameId\":\"goldrush\",\"deviceToken\":\"phone\"}"));

        assertThat(guest.path("expiresAt").asLong()).isPositive();
        try (var client = scene.connect()) {
            client.expect("server-hello");
            client.send(Scene.helloWith(guest.path("token").asString(), "phone"));
            assertThat(client.expect("session-started").path("playerId").asString())
                    .isEqualTo(guest.path("playerId").asString());
        }
    }

    @Test
    void givesADeviceTheSameAccountAgain() throws Exception {
        var first = body(ask("{\"gameId\":\"goldrush\",\"deviceToken\":\"phone\"}"));
        var second = body(ask("{\"gameId\":\"goldrush\",\"deviceToken\":\"phone\"}"));
        var other = body(ask("{\"gameId\":\"goldrush\",\"deviceToken\":\"tablet\"}"));

        assertThat(second.path("playerId")).isEqualTo(first.path("playerId"));
        assertThat(other.path("playerId")).isNotEqualTo(first.path("playerId"));
    }

    @Test
    void refusesAnUnknownGame() throws Exception {
        var answer = ask("{\"gameId\":\"tetris\",\"deviceToken\":\"phone\"}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).isEqualTo("""
                {"code":4002,"name":"game_id_unknown","reason":"InternalError","advice":"inform",\
                "retryAfterMillis":null}""");
    }

    @Test
    void refusesWhatIsNoRequest() throws Exception {
        assertThat(ask("").statusCode()).isEqualTo(400);
        assertThat(ask("{}").statusCode()).isEqualTo(400);
        assertThat(ask("{\"gameId\":\"goldrush\",\"gameId\":\"x\",\"deviceToken\":\"phone\"}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(ask("{\"gameId\":\"goldrush\",\"deviceToken\":\"\"}").statusCode())
                .isEqualTo(400);
        assertThat(ask("x".repeat(5000)).statusCode()).isEqualTo(413);
    }

    @Test
    void saysThatThePathHasOneMethod() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + scene.port() + "/v1/guests"));

        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("POST");
        assertThat(answer.body()).startsWith("{\"code\":4001,");
    }

    private static HttpResponse<String> ask(String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + scene.port() + "/v1/guests"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode body(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
