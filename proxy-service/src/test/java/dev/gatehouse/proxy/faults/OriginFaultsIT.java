package dev.gatehouse.proxy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.scene.RawRequest;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.testing.RedisExtension;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginFaultsIT {

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

    @DisplayName("F67: pages of other origins get 403 before the upgrade; native clients need no origin")
    @Test
    void refusesForeignPages() throws IOException {
        var refused = List.of(
                List.of("Origin: https://evil.example"),
                List.of("Origin: null"),
                List.of("Origin: https://game.example.evil.example"),
                List.of("Origin: https://game.example:8443"),
                List.of("Origin: http://game.example"),
                List.of("Origin: https://evil.example/https://game.example"),
                List.of("Origin:"),
                List.of("Origin: https://game.example", "Origin: https://evil.example"),
                List.of("Origin: https://game.example, https://evil.example"),
                List.of("Cookie: session=stolen"),
                List.of("Sec-Fetch-Mode: websocket"),
                List.of("Origin: https://evil.example", "Cookie: session=stolen"));
        for (var headers : refused) {
            assertThat(upgrade(headers))
                    .as("%s", headers)
                    .startsWith("HTTP/1.1 403")
                    .contains("\"code\":4001");
        }
        var allowed = List.of(
                List.<String>of(),
                List.of("Origin: https://game.example"),
                List.of("Origin: https://game.example", "Cookie: theme=dark", "Sec-Fetch-Mode: websocket"));
        for (var headers : allowed) {
            assertThat(upgrade(headers)).as("%s", headers).startsWith("HTTP/1.1 101");
        }
        System.out.printf("F67: %d of %d foreign pages refused%n", refused.size(), refused.size());
    }

    @DisplayName("F67: another spelling of the path goes past nothing")
    @ParameterizedTest
    @ValueSource(strings = {"/v1/connect;x=1", "/v1/%63onnect", "/v1;y/connect"})
    void refusesForeignPagesHoweverThePathIsSpelled(String path) throws IOException {
        var answer = RawRequest.send(
                scene.port(),
                "GET " + path + " HTTP/1.1",
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Origin: https://evil.example");

        assertThat(answer).startsWith("HTTP/1.1 403").contains("\"code\":4001");
    }

    private static String upgrade(List<String> headers) throws IOException {
        return RawRequest.upgrade(scene.port(), headers.toArray(String[]::new));
    }
}
