package dev.gatehouse.proxy.connection.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.scene.RawRequest;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.testing.RedisExtension;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UpgradeIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.startWithoutNodes(REDIS, "gatehouse.proxy.allowed-origins=https://game.example");
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @Test
    void readsEverySubprotocolLineAndIgnoresSpaces() throws IOException {
        var answer = upgrade("Sec-WebSocket-Protocol: chat", "Sec-WebSocket-Protocol:  other ,  gatehouse.v1.proto ");

        assertThat(answer)
                .startsWith("HTTP/1.1 101")
                .containsIgnoringCase("sec-websocket-protocol: gatehouse.v1.proto");
    }

    @Test
    void agreesToNoSubprotocolWhereNoneIsAsked() throws IOException {
        assertThat(upgrade()).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("sec-websocket-protocol");
    }

    @Test
    void refusesSubprotocolsThatItDoesNotSpeak() throws IOException {
        assertThat(upgrade("Sec-WebSocket-Protocol: gatehouse.v9.json"))
                .startsWith("HTTP/1.1 400")
                .contains("\"code\":4001");
    }

    @Test
    void refusesPagesOfOtherOrigins() throws IOException {
        assertThat(upgrade("Origin: https://evil.example"))
                .startsWith("HTTP/1.1 403")
                .contains("\"advice\":\"inform\"");
        assertThat(upgrade("Origin: https://game.example")).startsWith("HTTP/1.1 101");
    }

    @Test
    void refusesABadAuthorizationHeader() throws IOException {
        assertThat(upgrade("Authorization: Bearer not.a.token"))
                .startsWith("HTTP/1.1 401")
                .endsWith("""
                        {"code":3300,"name":"login_rejected","reason":"CredentialsExpiredOrInvalid",\
                        "advice":"login","retryAfterMillis":null}""");
        assertThat(upgrade("Authorization: Basic YTpi")).startsWith("HTTP/1.1 401");
    }

    @Test
    void refusesWhatIsNoUpgrade() throws IOException {
        assertThat(RawRequest.send(scene.port(), "GET /v1/connect HTTP/1.1")).startsWith("HTTP/1.1 400");
        assertThat(RawRequest.send(scene.port(), "POST /v1/connect HTTP/1.1", "Content-Length: 0"))
                .startsWith("HTTP/1.1 405")
                .containsIgnoringCase("\r\nallow: GET\r\n")
                .contains("\"code\":4001");
    }

    @Test
    void offersNoGuestsUnlessTheyAreEnabled() throws IOException {
        assertThat(RawRequest.send(scene.port(), "POST /v1/guests HTTP/1.1", "Content-Length: 0"))
                .startsWith("HTTP/1.1 404")
                .endsWith("""
                        {"code":4001,"name":"handshake_malformed","reason":"InternalError","advice":"inform",\
                        "retryAfterMillis":null}""");
    }

    private static String upgrade(String... headers) throws IOException {
        return RawRequest.upgrade(scene.port(), headers);
    }
}
