package dev.gatehouse.proxy.connection.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DrainIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @Test
    void sendsEverybodyElsewhereWhenTheProxyStops() throws InterruptedException {
        var scene = Scene.start(REDIS);
        try (var playing = scene.play("alice", "phone");
                var shaking = scene.connect()) {
            shaking.expect("server-hello");

            scene.close();

            var draining = ConnectionError.PROXY_DRAINING;
            for (var client : List.of(playing, shaking)) {
                assertThat(client.expect("terminate").path("code").asInt()).isEqualTo(4040);
                assertThat(client.closed()).isEqualTo(draining.closeCode() + " " + draining.closeReason());
            }
            assertThat(scene.node.heard.poll(10, TimeUnit.SECONDS)).isEqualTo("attach alice");
            assertThat(scene.node.heard.poll(10, TimeUnit.SECONDS)).isEqualTo("detach false");
        }
    }
}
