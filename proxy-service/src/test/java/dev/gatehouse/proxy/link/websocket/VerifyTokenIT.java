package dev.gatehouse.proxy.link.websocket;

import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_GAME_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.proxy.scene.TestKeys;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
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

    @Test
    @DisplayName("1.4 (13) a login takes the same socket through the handshake again, as the player")
    void takesASocketThroughTheHandshakeAgainWhereItsClientLogsIn() throws Exception {
        var token = TestKeys.token("alice", Duration.ofMinutes(5), "square");
        try (var scene = Scene.start(REDIS);
                var client = scene.connect()) {
            scene.hostSquare();
            client.expect("server-hello");
            client.send(Scene.helloOfNobody());
            var started = client.expect("session-started");
            var session = new SessionId(started.path("sessionId").asString());
            assertThat(started.path("playerId").asString()).isEqualTo("unauthenticated~" + session);
            assertThat(heard(scene)).isEqualTo("attach unauthenticated~" + session);
            scene.node.verify(session, TestKeys.token("alice", Duration.ofMinutes(5), "goldrush"));
            assertThat(heard(scene)).isEqualTo("token NOT_ALLOWED");
            scene.node.verify(session, token);
            assertThat(heard(scene)).isEqualTo("token GOOD");

            var open = new CompletableFuture<Void>();
            scene.node.answersAfter(open);
            scene.node.logIn(session, token, "the last of the old session");
            assertThat(client.next()).isEqualTo("the last of the old session");
            assertThat(heard(scene)).isEqualTo("attach alice");
            client.send("for the old session");
            client.awaitRead();
            open.complete(null);

            assertThat(client.expect("session-started").path("playerId").asString())
                    .isEqualTo("alice");
            client.send("for the new one");
            assertThat(client.next()).isEqualTo("for the new one");
            assertThat(heard(scene)).isEqualTo("bytes for the new one");
            client.leave();
            assertThat(heard(scene)).isEqualTo("detach true");

            refusesAPlayerWhoLogsIn(scene, token);
        }
    }

    private static void refusesAPlayerWhoLogsIn(Scene scene, String token) throws Exception {
        var refused = new NodeMessage.Refused(REFUSED_BY_GAME_SERVER.code(), null, "No.", JsonText.EMPTY_OBJECT);
        try (var client = scene.connect()) {
            client.expect("server-hello");
            client.send(Scene.helloOfNobody());
            var session = new SessionId(
                    client.expect("session-started").path("sessionId").asString());
            scene.node.answers((_, _) -> refused);
            scene.node.logIn(session, token, "the last of the old session");

            client.next();
            assertThat(client.expect("terminate").path("code").asInt()).isEqualTo(REFUSED_BY_GAME_SERVER.code());
            assertThat(client.closed()).endsWith(REFUSED_BY_GAME_SERVER.closeReason());
        }
    }

    private static String heard(Scene scene) throws InterruptedException {
        return String.valueOf(scene.node.heard.poll(10, TimeUnit.SECONDS));
    }
}
