package dev.gatehouse.proxy.handshake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.proxy.routing.LiveNodes;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.proxy.scene.TestClient;
import dev.gatehouse.proxy.scene.TestKeys;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.MaintenanceWindow;
import dev.gatehouse.registry.operations.Operations;
import dev.gatehouse.registry.operations.PatchMinimum;
import dev.gatehouse.registry.operations.RulesBook;
import dev.gatehouse.registry.operations.Standing;
import dev.gatehouse.registry.operations.Standings;
import dev.gatehouse.registry.operations.VersionRange;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Each code that the gates of the handshake answer with: what provokes it, and what the client hears.
class GatesIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final GameId GAME = new GameId("goldrush");
    private static final PlayerKey ALICE = new PlayerKey(GAME, new PlayerId("alice"));
    private static final Instant LONG_AGO = Instant.ofEpochMilli(1);

    private static Scene scene;

    /// @param provoke what is so before the client comes
    /// @param hello what the client says; null for nothing at all
    /// @param heard code, name, reason and advice, then the close code
    record Row(String name, Runnable provoke, @Nullable String hello, List<String> heard) {
        @Override
        public String toString() {
            return name;
        }
    }

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
        await().until(() -> scene.bean(RulesBook.class).of(GAME).equals(Optional.of(GameRules.NONE)));
    }

    static Stream<Row> rows() {
        return Stream.of(
                row("says nothing", null, "4000 handshake_timeout CouldNotConnect reconnect 4000"),
                row("is no hello", "}{", "4001 handshake_malformed InternalError inform 4500"),
                row("too large", "x".repeat(17_000), "4031 message_too_large InternalError inform 4500"),
                row(
                        "protocol 0",
                        hello("\"protocol\":1", "\"protocol\":0"),
                        "2100 wire_protocol_version_client_too_old ClientVersionTooOld update 4501"),
                row(
                        "protocol 2",
                        hello("\"protocol\":1", "\"protocol\":2"),
                        "2101 wire_protocol_version_client_too_new ServerMaintenance inform 4500"),
                row(
                        "login protocol 0",
                        hello("\"resume\":null", "\"loginProtocol\":0"),
                        "3100 login_protocol_version_client_too_old ClientVersionTooOld update 4501"),
                row(
                        "login protocol 2",
                        hello("\"resume\":null", "\"loginProtocol\":2"),
                        "3101 login_protocol_version_client_too_new ServerMaintenance inform 4500"),
                row(
                        "no token",
                        Scene.helloWith("", "phone"),
                        "3300 login_rejected CredentialsExpiredOrInvalid login 4502"),
                row(
                        "an old token",
                        Scene.helloWith(TestKeys.token("alice", Duration.ofMinutes(-5)), "phone"),
                        "2802 credentials_expired_error CredentialsExpiredOrInvalid login 4502"),
                row("no such game", hello("goldrush", "tetris"), "4002 game_id_unknown InternalError inform 4500"),
                row(
                        "a token for another game",
                        Scene.helloWith(TestKeys.token("alice", Duration.ofMinutes(5), "chess"), "phone"),
                        "4003 game_id_not_allowed CredentialsExpiredOrInvalid login 4502"),
                row(
                        "another commit",
                        () -> rule(GameRules.NONE.withCommitIds(List.of("9fceb02"))),
                        hello("\"commitId\":null", "\"commitId\":\"0000000\""),
                        "2500 commit_id_mismatch InternalError update 4501"),
                row(
                        "older than active",
                        () -> rule(GameRules.NONE.withActive(new VersionRange(4, 4))),
                        hello(3),
                        "2400 logic_version_client_too_old ClientVersionTooOld update 4501"),
                row(
                        "newer than active",
                        () -> rule(GameRules.NONE.withActive(new VersionRange(2, 2))),
                        hello(3),
                        "2401 logic_version_client_too_new ServerMaintenance inform 4500"),
                row(
                        "older than hosted",
                        GatesIT::nothing,
                        hello(1),
                        "2400 logic_version_client_too_old ClientVersionTooOld update 4501"),
                row(
                        "newer than hosted",
                        GatesIT::nothing,
                        hello(5),
                        "2401 logic_version_client_too_new ServerMaintenance inform 4500"),
                row(
                        "between what is hosted",
                        GatesIT::hostNewerVersionsAsWell,
                        hello(6),
                        "2402 logic_version_invalid_mismatch ServerMaintenance inform 4500"),
                row(
                        "has played a newer version",
                        () -> done(scene.bean(Standings.class).played(ALICE, 4)),
                        hello(3),
                        "4050 logic_version_downgrade ClientVersionTooOld update 4501"),
                row(
                        "an old patch",
                        () -> rule(GameRules.NONE.withPatchMinimums(List.of(new PatchMinimum("web", 3, 1)))),
                        hello(3),
                        "3202 client_patch_version_too_old ClientVersionTooOld update 4501"),
                row(
                        "maintenance",
                        () -> rule(GameRules.NONE.withWindow(window(LONG_AGO, null))),
                        hello(3),
                        "2300 in_maintenance ServerMaintenance inform 4500"),
                row(
                        "banned",
                        () -> done(scene.bean(Standings.class).ban(ALICE, new Ban(null, "Be kind."))),
                        hello(3),
                        "2900 player_is_banned PlayerIsBanned inform 4500"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void answersWithItsCode(Row row) throws InterruptedException {
        row.provoke().run();

        try (var client = scene.connect()) {
            client.expect("server-hello");
            if (row.hello() != null) {
                client.send(row.hello());
            }
            var said = client.expect("terminate");

            assertThat(List.of(text(said, "code"), text(said, "name"), text(said, "reason"), text(said, "advice")))
                    .isEqualTo(row.heard().subList(0, 4));
            assertThat(client.closed())
                    .isEqualTo(row.heard().get(4) + " " + row.heard().get(0) + " "
                            + row.heard().get(1));
        }
    }

    @Test
    void remembersTheVersionThatASessionPlays() throws InterruptedException {
        try (var client = greeted()) {
            client.send(hello(4));
            client.expect("session-started");
        }

        await().until(() -> done(scene.bean(Standings.class).of(ALICE)).equals(new Standing(4, null)));
        try (var client = greeted()) {
            client.send(hello(3));
            assertThat(client.expect("terminate").path("code").asInt()).isEqualTo(4050);
        }
    }

    @Test
    void saysInItsHelloWhatIsKnownOfMaintenance() throws InterruptedException {
        var startsAt = Instant.ofEpochMilli(InstantSource.system().millis()).plusSeconds(3600);
        rule(GameRules.NONE.withWindow(window(startsAt, 60_000L)));

        try (var client = scene.connect()) {
            assertThat(client.expect("server-hello").path("maintenance").toString())
                    .isEqualTo("{\"state\":\"upcoming\",\"startsAt\":" + startsAt.toEpochMilli()
                            + ",\"estimatedMillis\":60000}");
            client.send(hello(3));
            client.expect("session-started");
        }
    }

    @Test
    void letsABannedPlayerBackOnceTheBanIsLiftedOrOver() throws InterruptedException {
        var standings = scene.bean(Standings.class);
        done(standings.ban(ALICE, new Ban(null, null)));
        done(standings.lift(ALICE));
        scene.play("alice", "phone").close();

        done(standings.ban(ALICE, new Ban(InstantSource.system().instant().minusSeconds(1), null)));
        scene.play("alice", "phone").close();
    }

    /// A node of a later version may end a session with a code that this proxy has never heard of.
    @Test
    void closesForAnUnknownReasonWhereItDoesNotKnowTheCode() throws InterruptedException {
        try (var client = greeted()) {
            client.send(hello(3));
            var session = client.expect("session-started").path("sessionId").asString();

            scene.node.end(new SessionId(session), 1999);

            assertThat(client.closed()).isEqualTo("4500 1503 force_terminated_unknown");
        }
    }

    private static TestClient greeted() throws InterruptedException {
        var client = scene.connect();
        client.expect("server-hello");
        return client;
    }

    private static void nothing() {}

    private static Row row(String name, @Nullable String hello, String heard) {
        return row(name, GatesIT::nothing, hello, heard);
    }

    private static Row row(String name, Runnable provoke, @Nullable String hello, String heard) {
        return new Row(name, provoke, hello, List.of(heard.split(" ")));
    }

    private static String hello(int logicVersion) {
        return hello("\"logicVersion\":3", "\"logicVersion\":" + logicVersion);
    }

    private static String hello(String part, String instead) {
        return Scene.hello("alice", "phone").replace(part, instead);
    }

    private static MaintenanceWindow window(Instant startsAt, @Nullable Long estimatedMillis) {
        return new MaintenanceWindow("w", startsAt, estimatedMillis, List.of(), List.of());
    }

    /// Until the proxy has heard of it.
    private static void rule(GameRules rules) {
        var operations = scene.bean(Operations.class);
        assertThat(done(operations.change(GAME, done(operations.rules(GAME)), rules)))
                .isTrue();
        await().until(() -> scene.bean(RulesBook.class).of(GAME).orElseThrow().equals(rules));
    }

    private static void hostNewerVersionsAsWell() {
        var games = List.of(new HostedGame(GAME, 8, 9, true, false, false));
        var newer =
                new NodeRecord(new NodeId("session-2"), NodeRole.SESSION, "ws://127.0.0.1:1/link", "http://1", games);
        done(scene.bean(NodeDirectory.class).announce(newer, Duration.ofMinutes(1)));
        await().until(() -> scene.bean(LiveNodes.class).now().nodes().contains(newer));
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }

    private static String text(JsonNode message, String member) {
        return message.path(member).asString();
    }
}
