package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.instance.life.InstanceExamples;
import dev.gatehouse.instance.token.PartnerTokens;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.instance.InstanceRequest;
import dev.gatehouse.model.instance.InstanceRequest.AddPlayers;
import dev.gatehouse.model.instance.InstanceRequest.Create;
import dev.gatehouse.model.instance.InstanceRequest.RemovePlayers;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.SeatedPlayer;
import dev.gatehouse.model.servercode.InstanceAnswer;
import dev.gatehouse.model.servercode.InstanceAsker;
import dev.gatehouse.model.servercode.InstanceOutline;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.node.http.InternalCalls;
import dev.gatehouse.testing.RedisExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstanceApiIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @TempDir
    static Path folder;

    private static ServiceUnderTest service;

    private static final String REQUESTS = "/games/goldrush/instance-requests";
    private static final String AUTHORIZATION = "Authorization";
    private static final String SOCIAL = "X-Gatehouse-Social-Token";
    private static final InstanceId NOBODYS = new InstanceId("gi-1");
    private static final String KEEP_ALIVE = "{\"id\":\"1\",\"type\":\"keep-alive\",\"instanceId\":\"gi-1\"}";

    @BeforeAll
    static void start() throws Exception {
        service = new ServiceUnderTest(folder, REDIS.port(), "cat", Map.of());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void wantsAnOperatorsTokenWithTheRightScope() throws Exception {
        var body = ServiceUnderTest.creation("key", "alice");

        assertThat(service.post(service.api(""), body).statusCode()).isEqualTo(401);
        assertThat(service.post(service.api(""), body, service.operator("game-instances:read"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.get(service.api("/gi-1"), service.operator("game-instances:write"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.get(service.api("/gi-1"), service.operator("game-instances:read"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("3.4 (2): the operators' API takes no partner token and no ticket")
    void refusesTokensThatAreMeantForOthers() throws Exception {
        var wrongAudience = service.operatorToken("game-instances:read", "gatehouse:development", "gatehouse:players");
        var wrongIssuer = service.operatorToken("game-instances:read", "somebody", "gatehouse:operators");
        var pair = tokens().mintPair(InstanceExamples.SERVER, InstanceExamples.GAME, NOBODYS, now());
        var endless = service.endlessOperatorToken("game-instances:read");

        var ticket = tokens().mintTicket(InstanceExamples.ALICE, InstanceExamples.GAME, NOBODYS, now());

        for (String token : new String[] {
            wrongAudience, wrongIssuer, endless, pair.gameToken(), pair.socialToken(), ticket, "nonsense"
        }) {
            var response = service.get(service.api("/gi-1"), "Authorization", "Bearer " + token);
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body())
                    .isEqualTo(
                            "{\"code\":\"unauthenticated\",\"message\":\"A good operator token is needed.\",\"retryable\":false}");
        }
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\0', delimiter = '|', textBlock = """
                    nonsense | malformed
                    [] | malformed
                    {"gameId":"goldrush","idempotencyKey":"k","surprise":1} | malformed
                    {"gameId":"goldrush","gameId":"chess","idempotencyKey":"k"} | malformed
                    {"gameId":"goldrush","idempotencyKey":"k"} {} | malformed
                    {"gameId":"goldrush","idempotencyKey":"k","players":[{"playerId":"a","team":"red"}]} | malformed
                    {"idempotencyKey":"k"} | invalid_argument
                    {"gameId":"goldrush"} | invalid_argument
                    {"gameId":"gold rush","idempotencyKey":"k"} | invalid_argument
                    {"gameId":"goldrush","idempotencyKey":""} | invalid_argument
                    {"gameId":"goldrush","idempotencyKey":"k","data":[]} | invalid_argument
                    {"gameId":"goldrush","idempotencyKey":"k","shared":7} | invalid_argument
                    {"gameId":"goldrush","idempotencyKey":"k","zone":""} | invalid_argument
                    {"gameId":"goldrush","idempotencyKey":"k","players":[{"playerId":"a"},{"playerId":"a"}]} | invalid_argument
                    {"gameId":"goldrush","idempotencyKey":"k","provider":"cloud"} | unknown_provider
                    """)
    void refusesWhatIsNotExactlyACreation(String body, String code) throws Exception {
        assertThat(service.call("", body, 400).get("code").stringValue()).isEqualTo(code);
    }

    @Test
    @DisplayName("3.4 (17): a backend writes the game's data, and overrules nobody whose version it did not read")
    void updatesTheGamesData() throws Exception {
        var id = service.create("data", "alice").get("id").stringValue();

        var written = service.call(
                "/" + id + "/data",
                "{\"shared\":{\"map\":\"mine\"},\"ifVersion\":1,\"players\":[{\"playerId\":\"alice\",\"data\":{\"lamp\":1}}]}",
                200);

        assertThat(written.get("shared").toString()).isEqualTo("{\"map\":\"mine\"}");
        assertThat(written.get("version").intValue()).isEqualTo(2);
        assertThat(written.get("players").get(0).get("data").toString()).isEqualTo("{\"lamp\":1}");
        assertThat(written.get("players").get(0).get("version").intValue()).isEqualTo(2);
        assertThat(service.call("/" + id + "/data", "{\"data\":{},\"ifVersion\":1}", 409)
                        .get("code")
                        .stringValue())
                .isEqualTo("version_conflict");
        assertThat(service.call("/" + id + "/data", "{}", 400).get("code").stringValue())
                .isEqualTo("invalid_argument");
        service.call("/" + id + "/end", "{}", 200);
    }

    @Test
    @DisplayName("a game whose last node has stopped has its say as before, and cannot be asked")
    void doesNothingUnaskedWhileNoNodeOfAGameLives() throws Exception {
        var directory = service.bean(NodeDirectory.class);
        var game = new HostedGame(new GameId("chess"), 1, 1, false, false, true);
        var node = new NodeRecord(new NodeId("session-2"), NodeRole.SESSION, "", "http://127.0.0.1:9", List.of(game));
        directory.announce(node, Duration.ofHours(1)).toCompletableFuture().join();
        directory.withdraw(node.id()).toCompletableFuture().join();

        var refused = service.call("", "{\"gameId\":\"chess\",\"idempotencyKey\":\"k\"}", 503);

        assertThat(refused.get("code").stringValue()).isEqualTo("unavailable");
        assertThat(refused.get("retryable").booleanValue()).isTrue();
    }

    @Test
    @DisplayName("3.4 (15) a node says where it is, and does what session nodes ask for, and nobody else")
    void answersWhatSessionNodesAskFor() throws Exception {
        service.announce();
        var directory = service.bean(NodeDirectory.class);
        await().atMost(ServiceUnderTest.SOON)
                .untilAsserted(() -> assertThat(directory
                                .live(NodeRole.INSTANCE)
                                .toCompletableFuture()
                                .join())
                        .extracting(NodeRecord::httpUrl)
                        .containsExactly(service.url().toString()));
        var wish = new Create(InstanceAsker.BACKEND, "asked", null, seats("alice", "bob"), null, null, null);
        var id = done(ask(wish)).id();
        var bob = InstanceAsker.player(new PlayerId("bob"));

        assertThat(done(ask(wish)).id()).isEqualTo(id);
        assertThat(done(ask(new RemovePlayers(bob, id, List.of(new PlayerId("bob")))))
                        .players())
                .extracting(SeatedPlayer::playerId)
                .containsExactly(new PlayerId("alice"));
        assertThat(ask(new AddPlayers(bob, id, seats("bob"))))
                .isInstanceOfSatisfying(
                        InstanceAnswer.Refused.class,
                        refused -> assertThat(refused.why().code()).isEqualTo("refused_by_game"));
        assertThat(service.bean(InternalCalls.class)
                        .post(service.url(), REQUESTS, "{}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(service.post(
                                service.url().resolve("/internal/v1" + REQUESTS),
                                "{}",
                                service.operator(ServiceUnderTest.READ_AND_WRITE))
                        .statusCode())
                .isEqualTo(401);
    }

    private static InstanceAnswer ask(InstanceRequest request) throws Exception {
        var body = JsonCodec.of(InstanceRequest.class).encode(request);
        var response = service.bean(InternalCalls.class).post(service.url(), REQUESTS, body);
        return JsonCodec.of(InstanceAnswer.class).decode(response.body());
    }

    private static InstanceOutline done(InstanceAnswer answer) {
        return ((InstanceAnswer.Done) answer).instance();
    }

    private static List<InstancePlayer> seats(String... players) {
        return Stream.of(players)
                .map(player -> new InstancePlayer(new PlayerId(player), 0))
                .toList();
    }

    @Test
    void saysWhatItDoesNotKnow() throws Exception {
        assertThat(service.call("/gi-unknown/end", "{}", 404).toString())
                .isEqualTo(
                        "{\"code\":\"unknown_instance\",\"message\":\"There is no such instance.\",\"retryable\":false}");
        assertThat(service.read("?gameId=nothing&state=sleeping").toString())
                .contains("\"invalid_argument\"", "state: unknown (expected: one of [created, allocating, ")
                .doesNotContain("dev.gatehouse");
        assertThat(service.read("").toString()).contains("\"invalid_argument\"", "gameId: absent (expected: a value)");
        assertThat(service.read("/a/b/c").get("code").stringValue()).isEqualTo("not_served");
        assertThat(service.call("", "{\"gameId\":\"goldrush\",\"players\":[{\"playerId\":\"a\",\"tema\":1}]}", 400)
                        .toString())
                .contains("\"malformed\"", "\"tema: unknown\"");
    }

    @Test
    void saysWhichMethodsAPathHas() throws Exception {
        var response = service.post(service.api("/gi-1"), "{}", service.operator("game-instances:write"));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).contains("GET");
        assertThat(response.body()).startsWith("{\"code\":\"method_not_allowed\",");
    }

    @Test
    void publishesItsKeysToEverybody() throws Exception {
        var response = service.get(service.url().resolve("/.well-known/jwks.json"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"crv\":\"P-256\"").doesNotContain("\"d\"");
    }

    @Test
    @DisplayName("3.4 (3): both tokens are needed, each once and in its own place")
    void wantsBothPartnerTokensOnTheHttpForm() throws Exception {
        var pair = tokens().mintPair(InstanceExamples.SERVER, InstanceExamples.GAME, NOBODYS, now());
        var ticket = tokens().mintTicket(InstanceExamples.ALICE, InstanceExamples.GAME, NOBODYS, now());
        var operator = service.operatorToken(
                ServiceUnderTest.READ_AND_WRITE, ServiceUnderTest.OPERATOR_ISSUER, "gatehouse:operators");
        var game = "Bearer " + pair.gameToken();
        var social = pair.socialToken();
        var rpc = service.url().resolve("/partner/v1/rpc");

        var refused = List.of(
                List.<String>of(),
                List.of(AUTHORIZATION, game),
                List.of(SOCIAL, social),
                List.of(AUTHORIZATION, game, AUTHORIZATION, game, SOCIAL, social),
                List.of(AUTHORIZATION, game, SOCIAL, social, SOCIAL, social),
                List.of(AUTHORIZATION, pair.gameToken(), SOCIAL, social),
                List.of(AUTHORIZATION, "Bearer " + social, SOCIAL, social),
                List.of(AUTHORIZATION, game, SOCIAL, pair.gameToken()),
                List.of(AUTHORIZATION, "Bearer " + social, SOCIAL, pair.gameToken()),
                List.of(AUTHORIZATION, "Bearer " + ticket, SOCIAL, social),
                List.of(AUTHORIZATION, "Bearer " + operator, SOCIAL, social));
        for (var headers : refused) {
            var response = service.post(rpc, KEEP_ALIVE, headers.toArray(String[]::new));
            assertThat(response.statusCode())
                    .as("%d headers", headers.size() / 2)
                    .isEqualTo(401);
            assertThat(response.body()).contains("\"code\":\"unauthenticated\"");
        }
    }

    @Test
    void answersWhoShowsBothPartnerTokensOnTheHttpForm() throws Exception {
        var pair = tokens().mintPair(InstanceExamples.SERVER, InstanceExamples.GAME, NOBODYS, now());

        assertThat(askWith(pair, KEEP_ALIVE)).contains("\"ok\":false").contains("\"unknown_instance\"");
        assertThat(askWith(pair, KEEP_ALIVE.replace("gi-1", "gi-2"))).contains("\"not_your_instance\"");
        assertThat(askWith(pair, "{}")).contains("\"invalid_argument\"");
    }

    @Test
    void isWellAndReady() throws Exception {
        assertThat(service.get(service.managementUrl().resolve("/livez")).statusCode())
                .isEqualTo(200);
        assertThat(service.get(service.managementUrl().resolve("/readyz")).statusCode())
                .isEqualTo(200);
        assertThat(service.get(service.url().resolve("/livez")).statusCode()).isEqualTo(404);
    }

    @Test
    void isWellButNotReadyWithoutRedis(@TempDir Path other) throws Exception {
        var nobody = Map.of("spring.data.redis.port", "1", "gatehouse.registry.command-timeout", "500ms");
        try (var alone = new ServiceUnderTest(other, REDIS.port(), "cat", nobody)) {
            assertThat(alone.get(alone.managementUrl().resolve("/livez")).statusCode())
                    .isEqualTo(200);
            assertThat(alone.get(alone.managementUrl().resolve("/readyz")).statusCode())
                    .isEqualTo(503);
            assertThat(alone.call("", ServiceUnderTest.creation("key", "alice"), 503)
                            .toString())
                    .contains("\"unavailable\"")
                    .contains("\"retryable\":true");
        }
    }

    private static String askWith(PartnerTokens.Minted pair, String request) throws Exception {
        return service.post(
                        service.url().resolve("/partner/v1/rpc"),
                        request,
                        AUTHORIZATION,
                        "Bearer " + pair.gameToken(),
                        SOCIAL,
                        pair.socialToken())
                .body();
    }

    private static PartnerTokens tokens() {
        return service.bean(PartnerTokens.class);
    }

    private static Instant now() {
        return service.bean(InstantSource.class).instant();
    }
}
