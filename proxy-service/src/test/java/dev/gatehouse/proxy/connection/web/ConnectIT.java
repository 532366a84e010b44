package dev.gatehouse.proxy.connection.web;

import static dev.gatehouse.model.error.ConnectionError.PROTOCOL_ERROR_SESSION_START_FAILED;
import static dev.gatehouse.model.error.ConnectionError.REFUSED_BY_GAME_SERVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage.ClientVersion;
import dev.gatehouse.model.protocol.ClientMessage.Hello;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.FrameCodec;
import dev.gatehouse.model.protocol.ServerMessage.ServerHello;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.proxy.scene.FakeNode;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.proxy.scene.TestClient;
import dev.gatehouse.proxy.scene.TestKeys;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

class ConnectIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.start(REDIS, "gatehouse.proxy.handshake.timeout=1500ms");
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @BeforeEach
    void reset() {
        scene.announce();
        scene.awaitLink();
        scene.node.answers((_, attach) -> FakeNode.started(attach));
        scene.node.heard.clear();
    }

    @Test
    void opensASessionAndPassesFramesBothWays() throws InterruptedException {
        try (var client = scene.connect()) {
            var hello = client.expect("server-hello");
            assertThat(hello.path("magic").asString()).isEqualTo("gatehouse");
            assertThat(hello.path("handshakeTimeoutMillis").asInt()).isEqualTo(1500);

            client.send(Scene.hello("alice", "phone"));
            var started = client.expect("session-started");
            assertThat(started.path("playerId").asString()).isEqualTo("alice");

            client.send("{\"type\":\"session-ready\",\"x\":\"ä\"}");
            assertThat(client.next()).isEqualTo("{\"type\":\"session-ready\",\"x\":\"ä\"}");
            assertThat(scene.bean(GameConnections.class)
                            .count(new GameId("goldrush"))
                            .toCompletableFuture()
                            .join())
                    .isEqualTo(1);
        }
        assertThat(heard()).isEqualTo("attach alice");
    }

    @Test
    void speaksProtobufWhereItIsAsked() throws Exception {
        var codec = FrameCodec.of(Encoding.PROTO);
        try (var client = TestClient.connect(
                scene.port(), it -> it.subprotocols("graphql-ws", "gatehouse.v1.proto", "gatehouse.v1.json"))) {
            assertThat(client.subprotocol()).isEqualTo("gatehouse.v1.proto");
            assertThat(codec.decodeServer(client.nextBinary()).message()).isInstanceOf(ServerHello.class);

            var hello = new Hello(
                    1,
                    new GameId("goldrush"),
                    TestKeys.token("bob", Duration.ofMinutes(1)),
                    null,
                    new ClientVersion("1", 3, 0, "test", null),
                    null);
            client.send(codec.encode(new ClientFrame(null, null, hello)).toByteArray());

            assertThat(codec.decodeServer(client.nextBinary()).message()).isInstanceOf(SessionStarted.class);
            client.send(new byte[] {1, 2, 3});
            assertThat(client.nextBinary()).containsExactly(1, 2, 3);
        }
    }

    @Test
    void takesTheTokenFromTheHeader() throws InterruptedException {
        var token = TestKeys.token("carol", Duration.ofMinutes(1));
        try (var client = TestClient.connect(scene.port(), it -> it.header("Authorization", "Bearer " + token))) {
            client.expect("server-hello");
            client.send(Scene.helloWith("", "tablet"));
            assertThat(client.expect("session-started").path("playerId").asString())
                    .isEqualTo("carol");
        }
    }

    @Test
    void refusesATamperedToken() throws InterruptedException {
        var token = TestKeys.token("alice", Duration.ofMinutes(1));
        var tampered = token.substring(0, token.length() - 12) + "AAAAAAAAAAAA";

        expectRefusal(Scene.helloWith(tampered, "phone"), ConnectionError.LOGIN_REJECTED);
    }

    @Test
    void refusesAnExpiredToken() throws InterruptedException {
        expectRefusal(
                Scene.helloWith(TestKeys.token("alice", Duration.ofMinutes(-5)), "phone"),
                ConnectionError.CREDENTIALS_EXPIRED_ERROR);
    }

    @Test
    void refusesAnUnknownGame() throws InterruptedException {
        expectRefusal(Scene.hello("alice", "phone").replace("goldrush", "tetris"), ConnectionError.GAME_ID_UNKNOWN);
    }

    @Test
    void refusesAGameThatTheTokenIsNotFor() throws InterruptedException {
        expectRefusal(
                Scene.helloWith(TestKeys.token("alice", Duration.ofMinutes(1), "chess"), "phone"),
                ConnectionError.GAME_ID_NOT_ALLOWED);
    }

    @Test
    void refusesOtherProtocolsAndLogicVersions() throws InterruptedException {
        var hello = Scene.hello("alice", "phone");

        expectRefusal(
                hello.replace("\"protocol\":1", "\"protocol\":2"),
                ConnectionError.WIRE_PROTOCOL_VERSION_CLIENT_TOO_NEW);
        expectRefusal(
                hello.replace("\"logicVersion\":3", "\"logicVersion\":1"),
                ConnectionError.LOGIC_VERSION_CLIENT_TOO_OLD);
        expectRefusal(
                hello.replace("\"logicVersion\":3", "\"logicVersion\":9"),
                ConnectionError.LOGIC_VERSION_CLIENT_TOO_NEW);
    }

    @Test
    void refusesGarbage() throws InterruptedException {
        expectRefusal("}{", ConnectionError.HANDSHAKE_MALFORMED);
        expectRefusal("{\"type\":\"ping\",\"id\":1}", ConnectionError.HANDSHAKE_MALFORMED);
        expectRefusal("{\"type\":\"hello\"}", ConnectionError.HANDSHAKE_MALFORMED);
    }

    @Test
    void refusesABinaryFrameWhereTextIsSpoken() throws InterruptedException {
        try (var client = scene.connect()) {
            client.expect("server-hello");
            client.send(new byte[] {1});
            expectTermination(client, ConnectionError.HANDSHAKE_MALFORMED);
        }
    }

    @Test
    void refusesAHelloThatIsTooLarge() throws InterruptedException {
        expectRefusal("x".repeat(16 * 1024 + 1), ConnectionError.MESSAGE_TOO_LARGE);
        expectRefusal("x".repeat(6 << 20), ConnectionError.MESSAGE_TOO_LARGE);
    }

    @Test
    void endsASessionThatSendsTooMuchAtOnce() throws InterruptedException {
        try (var client = scene.play("alice", "phone")) {
            client.send("x".repeat((5 << 20) + 1));
            expectTermination(client, ConnectionError.MESSAGE_TOO_LARGE);
        }
        assertThat(heard()).isEqualTo("attach alice");
        assertThat(heard()).isEqualTo("detach false");
    }

    @Test
    void givesUpOnAClientThatStaysSilent() throws InterruptedException {
        try (var client = scene.connect()) {
            client.expect("server-hello");
            expectTermination(client, ConnectionError.HANDSHAKE_TIMEOUT);
        }
    }

    @Test
    void passesOnWhyTheSessionDidNotStart() throws InterruptedException {
        scene.node.answers((_, _) -> new NodeMessage.Refused(
                REFUSED_BY_GAME_SERVER.code(), 1000L, "Come back tomorrow.", new JsonText("{\"day\":2}")));

        try (var client = scene.connect()) {
            client.expect("server-hello");
            client.send(Scene.hello("alice", "phone"));
            var terminate = expectTermination(client, REFUSED_BY_GAME_SERVER);
            assertThat(terminate.path("message").asString()).isEqualTo("Come back tomorrow.");
            assertThat(terminate.path("details").path("day").asInt()).isEqualTo(2);
            assertThat(terminate.path("retryAfterMillis").asInt()).isEqualTo(1000);
        }
    }

    @Test
    void passesOnASessionThatFailedToStart() throws InterruptedException {
        scene.node.answers((_, _) ->
                new NodeMessage.Refused(PROTOCOL_ERROR_SESSION_START_FAILED.code(), null, "", JsonText.EMPTY_OBJECT));

        expectRefusal(Scene.hello("alice", "phone"), PROTOCOL_ERROR_SESSION_START_FAILED);
    }

    @Test
    void endsTheOlderOfTwoSessionsOfADevice() throws InterruptedException {
        try (var old = scene.play("alice", "phone");
                var young = scene.play("alice", "phone")) {
            expectTermination(old, ConnectionError.FORCE_TERMINATED_RECEIVED_ANOTHER_CONNECTION);

            young.send("{}");
            assertThat(young.next()).isEqualTo("{}");
        }
        assertThat(heard()).isEqualTo("attach alice");
        assertThat(heard()).isEqualTo("decide 2");
        assertThat(heard()).isEqualTo("end 1500");
        assertThat(heard()).isEqualTo("attach alice");
    }

    @Test
    void tellsTheNodeThatAClientLeftForGood() throws InterruptedException {
        try (var client = scene.play("alice", "phone")) {
            client.leave();
            assertThat(client.closed()).startsWith("1000");
        }
        assertThat(heard()).isEqualTo("attach alice");
        assertThat(heard()).isEqualTo("detach true");
    }

    @Test
    void tellsTheNodeThatASocketWasLost() throws InterruptedException {
        var client = scene.play("alice", "phone");
        client.close();

        assertThat(heard()).isEqualTo("attach alice");
        assertThat(heard()).isEqualTo("detach false");
    }

    private static void expectRefusal(String firstMessage, ConnectionError error) throws InterruptedException {
        try (var client = scene.connect()) {
            client.expect("server-hello");
            client.send(firstMessage);
            expectTermination(client, error);
        }
    }

    private static JsonNode expectTermination(TestClient client, ConnectionError error) throws InterruptedException {
        var terminate = client.expect("terminate");
        assertThat(terminate.path("code").asInt()).isEqualTo(error.code());
        assertThat(client.closed()).isEqualTo(error.closeCode() + " " + error.closeReason());
        return terminate;
    }

    private static String heard() throws InterruptedException {
        return String.valueOf(scene.node.heard.poll(10, TimeUnit.SECONDS));
    }
}
