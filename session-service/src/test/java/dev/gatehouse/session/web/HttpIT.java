package dev.gatehouse.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.partner.PartnerClaims;
import dev.gatehouse.model.partner.PartnerSigningKey;
import dev.gatehouse.model.partner.PartnerTokenType;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.token.ServiceToken;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.session.fixture.Http;
import dev.gatehouse.session.fixture.Http.Reply;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.Operators;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.testing.RedisExtension;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class HttpIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final String SYNCHRONIZED =
            "{\"mode\":\"synchronized\",\"action\":{\"code\":101,\"args\":{\"amount\":5}}}";

    @TempDir
    private static Path folder;

    private static Operators operators;
    private static SessionNode node;

    @BeforeAll
    static void start() throws Exception {
        operators = Operators.in(folder);
        node = SessionNode.start("session-1", REDIS.port(), operators.settings());
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void letsNobodyInWithoutAGoodToken() {
        var path = "/admin/v1/games/purse/players/carol";

        assertThat(Http.get(node.http(path), null)).isEqualTo(unauthenticated());
        assertThat(Http.get(node.http(path), "not.a.token")).isEqualTo(unauthenticated());
        assertThat(Http.get(node.http(path), operators.token("players:read", "gatehouse:players")))
                .isEqualTo(unauthenticated());
        assertThat(Http.post(node.http("/internal/v1/games/purse/players/carol/actions"), admin("players:write"), "{}"))
                .isEqualTo(unauthenticated());
        assertThat(Http.get(node.http("/elsewhere"), null)).isEqualTo(unauthenticated());
    }

    @Test
    @DisplayName("3.4 (2): neither operators' nor services' places take partner tokens or tickets")
    void letsNoGameServerInByItsTokens() {
        var key = PartnerSigningKey.generate();
        for (var type : PartnerTokenType.values()) {
            var token = key.sign(
                    type,
                    new PartnerClaims(
                            "gatehouse:game-instances",
                            type.audience(),
                            "gs-1",
                            new GameId("purse"),
                            new InstanceId("gi-1"),
                            "id",
                            0,
                            0,
                            Integer.MAX_VALUE));

            assertThat(Http.get(node.http("/admin/v1/games/purse/players/carol"), token))
                    .isEqualTo(unauthenticated());
            assertThat(Http.post(node.http("/internal/v1/games/purse/players/carol/actions"), token, "{}"))
                    .isEqualTo(unauthenticated());
        }
    }

    @Test
    void letsAnOperatorDoOnlyWhatItsScopesSay() {
        assertThat(order("carol", admin("players:read"), SYNCHRONIZED).status()).isEqualTo(403);
        assertThat(Http.get(node.http("/admin/v1/games/purse/players/carol"), admin("players:write")))
                .isEqualTo(new Reply(
                        403, "{\"code\":\"forbidden\",\"message\":\"The token lacks a scope.\",\"retryable\":false}"));
    }

    @Test
    void knowsNoStrangers() {
        assertThat(order("nobody", admin("players:write"), SYNCHRONIZED))
                .satisfies(reply -> isError(reply, 404, "unknown_player"));
        assertThat(Http.get(node.http("/admin/v1/games/nogame/players/alice"), admin("players:read")))
                .satisfies(reply -> isError(reply, 404, "unknown_game"));
        assertThat(Http.get(node.http("/admin/v1/nowhere"), admin("players:read")))
                .satisfies(reply -> isError(reply, 404, "not_found"));
        assertThat(Http.get(node.http("/admin/v1/games/purse/players/alice/actions"), admin("players:read")))
                .satisfies(reply -> isError(reply, 405, "method_not_allowed"));
        assertThat(Http.get(node.http("/internal/v1/games/purse/players/alice/actions"), service()))
                .satisfies(reply -> isError(reply, 405, "method_not_allowed"));
    }

    @Test
    void readsRequestsStrictly() {
        for (var body : new String[] {
            "",
            "{",
            "[]",
            SYNCHRONIZED + "{}",
            "{\"mode\":\"later\",\"action\":{\"code\":101,\"args\":{}}}",
            "{\"action\":{\"code\":101,\"args\":{}}}",
            "{\"mode\":\"synchronized\",\"mode\":\"synchronized\"}",
            "{\"kye\":\"1\"," + SYNCHRONIZED.substring(1)
        }) {
            assertThat(order("carol", admin("players:write"), body))
                    .as(body)
                    .satisfies(reply -> isError(reply, 400, "malformed_request"));
        }
    }

    @Test
    void givesAServerActionToTheClientAndShowsThePlayer() {
        try (var link = ProxyLink.open(node)) {
            new LinkClient(link, 1, "alice", "s-1").start();

            var reply = order("alice", admin("players:write"), SYNCHRONIZED);

            assertThat(reply).isEqualTo(new Reply(200, "{\"id\":1}"));
            assertThat(link.hear(1).message()).isInstanceOf(ServerAction.class);
            assertThat(Http.get(node.http("/admin/v1/games/purse/players/alice"), admin("players:read"))
                            .body())
                    .contains("\"online\":true", "\"owner\":\"session-1\"", "\"model\":{\"gold\":0,\"tip\":\"\"}")
                    .contains("\"sessions\":[{\"sessionId\":\"s-1\",\"recovering\":false}]")
                    .doesNotContain("suspicion");
            // Names and bytes of what only the server knows, and not the value.
            assertThat(Http.get(node.http("/admin/v1/games/purse/players/alice/size"), admin("players:read")))
                    .isEqualTo(
                            new Reply(
                                    200,
                                    "{\"bytes\":2,\"members\":[{\"path\":\"/suspicion\",\"bytes\":2,\"count\":1}],\"nested\":[]}"));
        }
    }

    @Test
    void runsAnActionOnceUnderItsKeyWhoeverSendsIt() {
        var keyed = "{\"key\":\"gift-1\"," + SYNCHRONIZED.substring(1);
        var internal = node.http("/internal/v1/games/purse/players/gina/actions");
        try (var link = ProxyLink.open(node)) {
            new LinkClient(link, 1, "gina", "s-6").start();

            assertThat(order("gina", admin("players:write"), keyed)).isEqualTo(new Reply(200, "{\"id\":1}"));
            assertThat(link.hear(1).message()).isInstanceOf(ServerAction.class);
            assertThat(order("gina", admin("players:write"), keyed)).isEqualTo(new Reply(200, "{\"id\":1}"));
            assertThat(Http.post(internal, service(), keyed)).isEqualTo(new Reply(200, "{\"id\":1}"));

            // Nothing was said for those: the next one is the next that is heard.
            assertThat(Http.post(internal, service(), SYNCHRONIZED)).isEqualTo(new Reply(200, "{\"id\":2}"));
            assertThat(link.hear(1).message())
                    .isInstanceOfSatisfying(
                            ServerAction.class,
                            action -> assertThat(action.id()).isEqualTo(2));
        }
    }

    @Test
    void refusesActionsThatMayNotRunThatWay() {
        try (var link = ProxyLink.open(node)) {
            new LinkClient(link, 1, "bob", "s-2").start();

            assertThat(order(
                            "bob",
                            admin("players:write"),
                            "{\"mode\":\"unsynchronized\",\"action\":{\"code\":103,\"args\":{\"amount\":1}}}"))
                    .satisfies(reply -> isError(reply, 422, "unsynchronized_touches_checksummed"))
                    .satisfies(reply -> assertThat(reply.body()).contains("\"member\":\"gold\""));
            assertThat(order(
                            "bob",
                            admin("players:write"),
                            "{\"mode\":\"synchronized\",\"action\":{\"code\":999,\"args\":{}}}"))
                    .satisfies(reply -> isError(reply, 422, "unknown_action"));
        }
    }

    @Test
    void editsAModelUnlessAClientWouldMissIt() {
        var edits = node.http("/admin/v1/games/purse/players/dave/edits");
        var gold = "{\"patch\":[{\"op\":\"replace\",\"path\":\"/gold\",\"value\":50}]";
        try (var link = ProxyLink.open(node)) {
            new LinkClient(link, 1, "dave", "s-4").start();

            assertThat(Http.post(edits, admin("players:write"), gold + "}"))
                    .satisfies(reply -> isError(reply, 422, "client_would_miss_edit"))
                    .satisfies(reply -> assertThat(reply.body()).contains("\"member\":\"gold\""));
            assertThat(Http.post(edits, admin("players:write"), gold + ",\"kickIfConnected\":true}"))
                    .isEqualTo(new Reply(200, "{\"edited\":true}"));

            assertThat(((NodeMessage.Close) link.hearNode(1)).code()).isEqualTo(1501);
            var again = new LinkClient(link, 2, "dave", "s-5").start().player();
            assertThat(again)
                    .isNotNull()
                    .satisfies(player ->
                            assertThat(player.model()).isEqualTo(new Encoded.Json("{\"gold\":50,\"tip\":\"\"}")));
            assertThat(Http.post(edits, admin("players:read"), gold + "}").status())
                    .isEqualTo(403);
        }
    }

    @Test
    void pointsServicesToTheNodeThatOwnsThePlayer() {
        takeOver(new PlayerKey(Purse.GAME_ID, new PlayerId("erin")));

        var reply = Http.post(
                node.http("/internal/v1/games/purse/players/erin/game-instance"),
                service(),
                "{\"event\":\"added\",\"instanceId\":\"gi-1\",\"details\":{}}");

        assertThat(reply).satisfies(answer -> isError(answer, 409, "owned_elsewhere"));
        assertThat(reply.body()).contains("\"owner\":\"session-2\"", "\"retryable\":true");
    }

    @Test
    void saysWhatAGameThinksOfAWish() {
        var path = node.http("/internal/v1/games/purse/instance-wishes");
        var create =
                "{\"type\":\"create\",\"by\":{\"kind\":\"%s\",\"player\":%s},\"players\":[],\"data\":{},\"shared\":{}}";

        assertThat(Http.post(path, service(), create.formatted("backend", "null")))
                .isEqualTo(new Reply(200, "{\"type\":\"allowed\",\"reconnect\":null}"));
        assertThat(Http.post(path, service(), create.formatted("player", "\"alice\"")))
                .isEqualTo(new Reply(
                        200, "{\"type\":\"refused\",\"reason\":\"Players create no instances of this game.\"}"));
        assertThat(Http.post(path, admin("players:write"), create.formatted("backend", "null"))
                        .status())
                .isEqualTo(401);
        var ofAnother = node.http("/internal/v1/games/another/instance-wishes");
        assertThat(Http.post(ofAnother, service(), create.formatted("backend", "null")))
                .satisfies(answer -> isError(answer, 404, "unknown_game"));
    }

    @Test
    void deliversNewsOfGameInstances() {
        var path = node.http("/internal/v1/games/purse/players/frank/game-instance");
        // A message of the contract may say more than this node knows.
        var news =
                "{\"event\":\"host-details\",\"instanceId\":\"gi-1\",\"host\":\"h\",\"port\":7777,\"ticket\":\"t\",\"new\":1,"
                        + "\"details\":{}}";
        assertThat(Http.post(path, service(), news)).isEqualTo(new Reply(200, "{\"delivered\":false}"));
        try (var link = ProxyLink.open(node)) {
            new LinkClient(link, 1, "frank", "s-5").start();

            assertThat(Http.post(path, service(), news)).isEqualTo(new Reply(200, "{\"delivered\":true}"));

            assertThat(link.hear(1).message()).isInstanceOf(GameInstance.class);
        }
    }

    @Test
    void showsItsHealthAndItsMetricsOnTheManagementPort() {
        assertThat(Http.get(node.management("/livez"), null).status()).isEqualTo(200);
        assertThat(Http.get(node.management("/readyz"), null).status()).isEqualTo(200);
        assertThat(Http.get(node.management("/actuator/prometheus"), null).body())
                .contains("gatehouse_session_sessions", "gatehouse_session_flushes_total{result=\"accepted\"}");
        assertThat(Http.get(node.management("/actuator/env"), null).status()).isEqualTo(404);
    }

    private static void takeOver(PlayerKey player) {
        node.bean(PlayerLeases.class)
                .claim(player, new NodeId("session-2"), "theirs", Duration.ofSeconds(30), null)
                .toCompletableFuture()
                .join();
    }

    private static Reply order(String player, @Nullable String token, String body) {
        return Http.post(node.http("/admin/v1/games/purse/players/" + player + "/actions"), token, body);
    }

    private static String admin(String scope) {
        return operators.token(scope);
    }

    private static String service() {
        return SessionNode.serviceToken(ServiceToken.INTERNAL_AUDIENCE);
    }

    private static Reply unauthenticated() {
        return new Reply(
                401,
                "{\"code\":\"unauthenticated\",\"message\":\"A good bearer token is needed.\",\"retryable\":false}");
    }

    private static void isError(Reply reply, int status, String code) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.body()).startsWith("{\"code\":\"" + code + "\",");
    }
}
