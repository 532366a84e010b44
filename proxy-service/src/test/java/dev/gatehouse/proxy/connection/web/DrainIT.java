package dev.gatehouse.proxy.connection.web;

import static dev.gatehouse.model.error.ConnectionError.PROXY_DRAINING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.proxy.scene.TestClient;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DrainIT {

    private static final int CLIENTS = 50;

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @Test
    void sendsEverybodyElsewhereWhenTheProxyStops() throws InterruptedException {
        var scene = Scene.start(REDIS);
        try (var playing = scene.play("alice", "phone");
                var shaking = scene.connect()) {
            shaking.expect("server-hello");

            scene.close();

            playing.expect("move");
            for (var client : List.of(playing, shaking)) {
                assertThat(client.expect("terminate").path("code").asInt()).isEqualTo(4040);
                assertThat(client.closed()).isEqualTo(PROXY_DRAINING.closeCode() + " " + PROXY_DRAINING.closeReason());
            }
            assertThat(scene.node.heard.poll(10, TimeUnit.SECONDS)).isEqualTo("attach alice");
            assertThat(scene.node.heard.poll(10, TimeUnit.SECONDS)).isEqualTo("detach false");
        }
    }

    // The node stands for a client that has resumed over its next socket: it then closes the one before.
    @Test
    void closesNobodyWhoMovesInTime() throws InterruptedException {
        var scene = Scene.start(REDIS, "gatehouse.proxy.drain.window=2s", "gatehouse.proxy.drain.grace=20s");
        List<TestClient> clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(scene.play("player-" + i, "phone-" + i));
        }

        long before = System.nanoTime();
        var stopped = CompletableFuture.runAsync(scene::close);
        for (var client : clients) {
            var move = client.expect("move");
            assertThat(move.path("afterMillis").asLong()
                            + move.path("withinMillis").asLong())
                    .isBetween(1L, 2000L);
            client.send("still here");
            assertThat(client.next()).isEqualTo("still here");
        }
        for (SessionId session : scene.node.sessions()) {
            scene.node.end(session, 4040);
        }
        for (var client : clients) {
            assertThat(client.closed()).startsWith("4000 4040");
        }
        stopped.join();
        System.out.printf(
                "A proxy with %d clients was gone %d ms after it was told to stop.%n",
                CLIENTS, Duration.ofNanos(System.nanoTime() - before).toMillis());
        assertThat(System.nanoTime() - before).isLessThan(Duration.ofSeconds(20).toNanos());
        clients.forEach(TestClient::close);
    }
}
