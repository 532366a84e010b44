package dev.gatehouse.session.admin.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceChanged;
import dev.gatehouse.model.protocol.ServerMessage.MaintenanceState;
import dev.gatehouse.model.protocol.ServerMessage.Terminate;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.GameRules;
import dev.gatehouse.registry.operations.Operations;
import dev.gatehouse.registry.operations.Standings;
import dev.gatehouse.registry.operations.VersionRange;
import dev.gatehouse.session.fixture.Http;
import dev.gatehouse.session.fixture.Http.Reply;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.Operators;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.RecordingLine;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.session.operations.Enforcement;
import dev.gatehouse.testing.RedisExtension;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two nodes: operators ask the second, the sessions are on the first.
class OperatorsIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final String GAME = "/admin/v1/games/purse";

    private static int players;

    @TempDir
    private static Path folder;

    private static Operators operators;
    private static SessionNode owner;
    private static SessionNode asked;

    /// Another one in each test: a node goes on owning those of earlier tests for a while, and Redis forgot them.
    private final String alice = "alice-" + ++players;

    @SuppressWarnings("NullAway.Init") // Each test opens its own.
    private ProxyLink link;

    @BeforeAll
    static void start() throws Exception {
        operators = Operators.in(folder);
        owner = SessionNode.start("session-1", REDIS.port(), settings());
        asked = SessionNode.start("session-2", REDIS.port(), settings());
    }

    // Announced often, because each test begins with an empty Redis.
    private static String[] settings() {
        return Stream.concat(Stream.of(operators.settings()), Stream.of("gatehouse.session.announce-ttl=2s"))
                .toArray(String[]::new);
    }

    @AfterAll
    static void stop() {
        owner.close();
        asked.close();
    }

    @BeforeEach
    void announced() {
        // Redis was emptied: both nodes have to be there again, and to have seen that nothing is ruled.
        await().until(() -> asked.bean(NodeDirectory.class)
                        .live(NodeRole.SESSION)
                        .toCompletableFuture()
                        .join()
                        .size()
                == 2);
        owner.bean(Enforcement.class).look().toCompletableFuture().join();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /players/{alice}/kick      | {}                              | 1501",
                "PUT  | /players/{alice}/ban       | {\"forGood\":true}             | 1507",
                "PUT  | /maintenance/now           | {\"startsAt\":1}                | 1508",
                "PUT  | /config                    | {\"version\":\"2\"}             | 1510",
            })
    void endsTheSessionOnAnotherNodeWithinASecond(String method, String path, String body, int code) {
        try (var opened = ProxyLink.open(owner)) {
            link = opened;
            new LinkClient(link, 1, alice, "s-1").start();

            assertThat(send(method, GAME + path.replace("{alice}", alice), body).status())
                    .isEqualTo(200);
            var ordered = InstantSource.system().instant();

            assertThat(terminated(1).code()).isEqualTo(code);
            assertThat(Duration.between(ordered, InstantSource.system().instant()))
                    .isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void endsTheSessionsOfVersionsThatAreNotActiveAnyMore() {
        try (var opened = ProxyLink.open(owner)) {
            link = opened;
            new LinkClient(link, 1, alice, "s-1").start();

            // What the node hosts is version 3 alone, so only the registry can say so.
            var operations = owner.bean(Operations.class);
            var stored = operations.rules(Purse.GAME_ID).toCompletableFuture().join();
            var next = GameRules.NONE.withActive(new VersionRange(4, 5));
            operations.change(Purse.GAME_ID, stored, next).toCompletableFuture().join();

            assertThat(terminated(1).code()).isEqualTo(1511);
        }
    }

    @Test
    void tellsSessionsOfMaintenanceAndOfItsEnd() {
        try (var opened = ProxyLink.open(owner)) {
            link = opened;
            new LinkClient(link, 1, alice, "s-1").start();
            var startsAt = InstantSource.system().millis() + 3_600_000;

            put("/maintenance/tonight", "{\"startsAt\":" + startsAt + ",\"estimatedMillis\":60000}");

            assertThat(link.hear(1).message())
                    .isEqualTo(new MaintenanceChanged(MaintenanceState.UPCOMING, startsAt, 60_000L));
            assertThat(Http.delete(uri("/maintenance/tonight"), token("operations:write"))
                            .status())
                    .isEqualTo(200);
            assertThat(link.hear(1).message())
                    .isEqualTo(new MaintenanceChanged(MaintenanceState.NOT_SCHEDULED, null, null));
        }
    }

    @Test
    void letsTheAllowedPlayThroughMaintenance() {
        try (var opened = ProxyLink.open(owner)) {
            link = opened;
            new LinkClient(link, 1, alice, "s-1").start();
            new LinkClient(link, 2, "bob-of-" + alice, "s-2").start();

            put("/maintenance/now", "{\"startsAt\":1,\"allowed\":[\"" + alice + "\"]}");

            assertThat(terminated(2).code()).isEqualTo(1508);
            assertThat(link.hear(1).message()).isInstanceOf(MaintenanceChanged.class);
            assertThat(link.isQuiet(1)).isTrue();
        }
    }

    @Test
    void bansUntilAnInstantAndLifts() {
        var path = GAME + "/players/" + alice + "/ban";
        var until = Instant.ofEpochMilli(InstantSource.system().millis()).plusSeconds(3600);

        assertThat(Http.put(
                        asked.http(path),
                        token("players:write players:read"),
                        "{\"until\":" + until.toEpochMilli() + ",\"message\":\"Be kind.\"}"))
                .isEqualTo(new Reply(
                        200,
                        "{\"banned\":true,\"until\":" + until.toEpochMilli()
                                + ",\"message\":\"Be kind.\",\"highestLogicVersion\":0}"));
        assertThat(owner.bean(Standings.class)
                        .of(new PlayerKey(Purse.GAME_ID, new PlayerId(alice)))
                        .toCompletableFuture()
                        .join()
                        .ban())
                .isEqualTo(new Ban(until, "Be kind."));

        assertThat(Http.delete(asked.http(path), token("players:write")))
                .isEqualTo(new Reply(200, "{\"lifted\":true}"));
        assertThat(Http.delete(asked.http(path), token("players:write")))
                .isEqualTo(new Reply(200, "{\"lifted\":false}"));
        assertThat(Http.get(asked.http(GAME + "/players/" + alice + "/standing"), token("players:read")))
                .isEqualTo(new Reply(200, "{\"banned\":false,\"highestLogicVersion\":0}"));
        try (var opened = ProxyLink.open(owner)) {
            link = opened;
            new LinkClient(link, 1, alice, "s-1").start();
            owner.bean(Enforcement.class).look().toCompletableFuture().join();
            assertThat(link.isQuiet(1)).isTrue();
        }
    }

    @Test
    void activatesOnlyWhatIsHosted() {
        assertThat(put("/logic-versions", "{\"min\":3,\"max\":3}").status()).isEqualTo(200);
        assertThat(put("/logic-versions", "{\"min\":3,\"max\":4}"))
                .satisfies(reply -> isError(reply, 422, "version_not_hosted"));
        assertThat(Http.get(uri("/rules"), token("operations:write")).body())
                .contains("\"active\":{\"min\":3,\"max\":3}");
        assertThat(Http.delete(uri("/logic-versions"), token("operations:write"))
                        .body())
                .doesNotContain("active");
    }

    @Test
    void keepsEachRuleWhenAnotherChanges() {
        put("/patch-minimums", "{\"minimums\":[{\"platform\":\"ios\",\"logicVersion\":3,\"patchVersion\":2}]}");
        put("/commit-ids", "{\"commitIds\":[\"9fceb02\"]}");
        var all = put("/developers", "{\"players\":[\"alice\"]}");

        assertThat(all.body())
                .contains("\"patchMinimums\":[{\"platform\":\"ios\",\"logicVersion\":3,\"patchVersion\":2}]")
                .contains("\"commitIds\":[\"9fceb02\"]")
                .contains("\"developers\":[\"alice\"]");
    }

    @Test
    void refusesWhatMakesNoSense() {
        for (var wrong : List.of(
                put("/maintenance/x", "{}"),
                put("/maintenance/x", "{\"startsAt\":1,\"estimatedMillis\":0}"),
                put("/logic-versions", "{\"min\":3}"),
                put("/logic-versions", "{\"min\":3,\"max\":2}"),
                put("/commit-ids", "{\"commitIds\":[\" \"]}"),
                put("/config", "{}"),
                ban("{}"),
                ban("{\"message\":\"Be kind.\"}"),
                ban("{\"until\":1,\"forGood\":true}"),
                ban("{\"forGood\":true,\"message\":\" \"}"))) {
            assertThat(wrong).satisfies(reply -> isError(reply, 400, "malformed_request"));
        }
        assertThat(Http.put(
                        asked.http("/admin/v1/games/nogame/config"), token("operations:write"), "{\"version\":\"2\"}"))
                .satisfies(reply -> isError(reply, 404, "unknown_game"));
    }

    /// A misspelt member would be an order that was half carried out.
    @Test
    void refusesAMemberThatNobodyKnowsAndNamesIt() {
        var bodies = Map.of(
                put("/maintenance/x", "{\"startsAt\":1,\"platform\":[\"ios\"]}"), "platform: unknown",
                put("/logic-versions", "{\"min\":3,\"max\":3,\"mni\":3}"), "mni: unknown",
                put("/patch-minimums", "{\"minimums\":[{\"platform\":\"ios\",\"version\":3}]}"),
                        "minimums[0].version: unknown",
                put("/commit-ids", "{\"commits\":[\"9fceb02\"]}"), "commits: unknown",
                put("/developers", "{\"developers\":[\"alice\"]}"), "developers: unknown",
                put("/config", "{\"version\":\"2\",\"game\":\"x\"}"), "game: unknown",
                ban("{\"until\":1,\"why\":\"x\"}"), "why: unknown",
                Http.post(uri("/players/alice/edits"), token("players:write"), "{\"patch\":[],\"kick\":true}"),
                        "kick: unknown");

        bodies.forEach((reply, why) -> {
            assertThat(reply).satisfies(answer -> isError(answer, 400, "malformed_request"));
            assertThat(reply.body()).contains("\"" + why + "\"");
        });
    }

    private static Reply ban(String body) {
        return Http.put(uri("/players/alice/ban"), token("players:write"), body);
    }

    @Test
    void keepsScopesApart() {
        assertThat(Http.put(uri("/config"), token("players:write"), "{\"version\":\"2\"}")
                        .status())
                .isEqualTo(403);
        assertThat(Http.post(uri("/players/alice/kick"), token("operations:write"), "{}")
                        .status())
                .isEqualTo(403);
        assertThat(Http.get(uri("/players/alice/standing"), token("operations:write"))
                        .status())
                .isEqualTo(403);
        assertThat(Http.put(uri("/config"), null, "{\"version\":\"2\"}").status())
                .isEqualTo(401);
    }

    private Terminate terminated(int channel) {
        // That maintenance has begun is said first.
        var closed = (NodeMessage.Close) link.hearNodePastFrames(channel);
        return (Terminate) RecordingLine.read(closed.frame()).message();
    }

    private static Reply send(String method, String path, String body) {
        var token = token("players:write operations:write players:read");
        return method.equals("PUT")
                ? Http.put(asked.http(path), token, body)
                : Http.post(asked.http(path), token, body);
    }

    private static Reply put(String path, String body) {
        return Http.put(uri(path), token("operations:write"), body);
    }

    private static URI uri(String path) {
        return asked.http(GAME + path);
    }

    private static String token(String scopes) {
        return operators.token(scopes);
    }

    private static void isError(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.body()).startsWith("{\"code\":\"" + code + "\",");
    }
}
