package dev.gatehouse.proxy.link.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.link.SessionNodes;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.testing.RedisExtension;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LinkIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private final Scene scene = Scene.startWithoutNodes(REDIS);

    @AfterEach
    void stop() {
        scene.close();
    }

    @Test
    void asksPlayersToComeBackUntilANodeIsLinkedAndCarriesThemOnWhenTheLinkIsLost() throws InterruptedException {
        try (var early = scene.connect()) {
            early.expect("server-hello");
            early.send(Scene.hello("alice", "phone"));
            var terminate = early.expect("terminate");
            assertThat(terminate.path("code").asInt()).isEqualTo(1209);
            assertThat(terminate.path("retryAfterMillis").asInt()).isPositive();
        }

        scene.announce();
        scene.awaitLink();
        assertThat(scene.node.authorizations.peek()).startsWith("Bearer ey");
        try (var client = scene.play("alice", "phone")) {
            scene.node.dropLink();

            client.send("over the next link");
            assertThat(client.next()).isEqualTo("over the next link");
        }

        Awaitility.await().until(() -> scene.bean(SessionNodes.class).any());
        scene.play("alice", "phone").close();
    }
}
