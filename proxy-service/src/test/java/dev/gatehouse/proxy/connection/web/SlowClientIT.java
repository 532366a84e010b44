package dev.gatehouse.proxy.connection.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.proxy.scene.TestClient;
import dev.gatehouse.testing.RedisExtension;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlowClientIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final String FRAME = "x".repeat(16 * 1024);

    // More than the sockets on the way hold, by far.
    private static final int ENOUGH_TO_PAUSE = 1500;
    private static final int TOO_MUCH = 4000;

    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.start(REDIS, "gatehouse.proxy.send.limit=32MB", "gatehouse.proxy.close-grace=20s");
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @BeforeEach
    void reset() {
        scene.announce();
        scene.awaitLink();
        scene.node.heard.clear();
    }

    @Test
    void holdsASessionBackUntilItsClientReadsOn() throws InterruptedException {
        try (var client = TestClient.thatStopsReading(scene.port())) {
            var session = play(client);

            var sent = 0;
            while (scene.node.heard.isEmpty() && sent < ENOUGH_TO_PAUSE) {
                scene.node.send(session, FRAME.getBytes(StandardCharsets.UTF_8));
                sent++;
            }
            assertThat(heard()).isEqualTo("pause");

            client.readOn();
            assertThat(heard()).isEqualTo("resume");
            for (var i = 0; i < sent; i++) {
                assertThat(client.next()).isEqualTo(FRAME);
            }
        }
    }

    @DisplayName("F32: a client that reads too slowly is held back, and ended with 4030 where that does not help")
    @Test
    void dropsAClientWhoseSessionIsNotHeldBack() throws InterruptedException {
        try (var client = TestClient.thatStopsReading(scene.port())) {
            var session = play(client);

            var begun = System.nanoTime();
            for (var i = 0; i < TOO_MUCH; i++) {
                scene.node.send(session, FRAME.getBytes(StandardCharsets.UTF_8));
            }
            assertThat(heard()).isEqualTo("pause");
            assertThat(heard()).isEqualTo("detach false");
            System.out.printf(
                    "F32: %d MB for a client that reads nothing, bound 32 MB, ended after %.1f s%n",
                    ((long) TOO_MUCH * FRAME.length()) >> 20, (System.nanoTime() - begun) / 1e9);

            client.readOn();
            var slow = ConnectionError.SLOW_CONSUMER;
            assertThat(client.closed()).isEqualTo(slow.closeCode() + " " + slow.closeReason());
        }
    }

    private static SessionId play(TestClient client) throws InterruptedException {
        client.expect("server-hello");
        client.send(Scene.hello("alice", "phone"));
        var started = client.expect("session-started");
        assertThat(heard()).isEqualTo("attach alice");
        return new SessionId(started.path("sessionId").asString());
    }

    private static String heard() throws InterruptedException {
        return String.valueOf(scene.node.heard.poll(10, TimeUnit.SECONDS));
    }
}
