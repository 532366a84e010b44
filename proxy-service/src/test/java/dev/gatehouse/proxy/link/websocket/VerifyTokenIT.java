package dev.gatehouse.proxy.link.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.proxy.scene.TestKeys;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VerifyTokenIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @Test
    void saysWhetherAClientMayGoOnWithAToken() throws InterruptedException {
        var lifetime = Duration.ofMinutes(5);
        try (var scene = Scene.start(REDIS);
                var client = scene.connect()) {
            client.expect("server-hello");
            client.send(Scene.hello("alice", "phone"));
            var session = new SessionId(
                    client.expect("session-started").path("sessionId").asString());
            assertThat(heard(scene)).isEqualTo("attach alice");

            scene.node.verify(session, TestKeys.token("alice", lifetime));
            assertThat(heard(scene)).isEqualTo("token GOOD");
            scene.node.verify(session, TestKeys.token("alice", lifetime, "goldrush", "chess"));
            assertThat(heard(scene)).isEqualTo("token GOOD");
            scene.node.verify(session, TestKeys.token("mallory", lifetime));
            assertThat(heard(scene)).isEqualTo("token NOT_ALLOWED");
            scene.node.verify(session, TestKeys.token("alice", lifetime, "chess"));
            assertThat(heard(scene)).isEqualTo("token NOT_ALLOWED");
            scene.node.verify(session, TestKeys.token("alice", lifetime.negated()));
            assertThat(heard(scene)).isEqualTo("token INVALID");
            scene.node.verify(session, "not.a.token");
            assertThat(heard(scene)).isEqualTo("token INVALID");
        }
    }

    private static String heard(Scene scene) throws InterruptedException {
        return String.valueOf(scene.node.heard.poll(10, TimeUnit.SECONDS));
    }
}
