package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.gameserver.GameServerConnection;
import dev.gatehouse.gameserver.GameServerException;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.testing.RedisExtension;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class GameInstanceServiceIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @TempDir
    static Path folder;

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String READ_AND_WRITE = "game-instances:read game-instances:write";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static ServiceUnderTest service;

    @BeforeAll
    static void start() throws Exception {
        // Keeps its environment where the test can read it, as the server itself never shows a token.
        var command = "sh -c 'umask 077; env > %s/environment-$GATEHOUSE_GAME_INSTANCE_ID; exec %s -cp %s %s'"
                .formatted(
                        folder,
                        Path.of(System.getProperty("java.home"), "bin", "java"),
                        System.getProperty("java.class.path"),
                        TestGameServerMain.class.getName());
        service = new ServiceUnderTest(folder, REDIS, command);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @BeforeEach
    void findPlayers() {
        service.announce();
        service.sessions().forget();
    }

    @Test
    void playsAGameFromCreationToEnd(CapturedOutput output) throws Exception {
        var created = create("story", "alice");
        var id = created.get("id").stringValue();
        assertThat(created.get("state").stringValue()).isEqualTo("created");

        var running = awaitState(id, "running");
        var process = serverProcess(running);
        await().atMost(SOON).until(() -> news(id).contains("alice host-details"));
        assertThat(news(id)).containsExactly("alice added", "alice host-details");
        var host = hostDetails(id);
        try (var player =
                new TestPlayer(host.get("host").stringValue(), host.get("port").intValue())) {
            var ticket = host.get("ticket").stringValue();
            assertThat(player.say("ticket " + tampered(ticket))).isEqualTo("refused ticket_invalid");
            assertThat(player.say("ticket " + ticket)).isEqualTo("welcome alice");
            assertThat(player.say("ticket " + ticket)).isEqualTo("refused ticket_used");
            refuseASecondLink(id);
            assertThat(player.say("reward alice")).isEqualTo("action 7");
            assertThat(player.say("reward mallory")).isEqualTo("refused player_not_in_instance");
            assertThat(player.say("end alice won")).isEqualTo("ended");
        }

        process.onExit().get(20, TimeUnit.SECONDS);
        await().atMost(SOON).until(() -> news(id).contains("alice ended"));
        assertThat(history(get(id)))
                .containsExactly("created", "allocating", "allocated", "linked", "running", "ended");
        await().atMost(SOON).until(() -> Files.notExists(pidFile(running)));
        refuseALinkAfterTheEnd(id);
        showNoToken(id, output);
        countWhatHappened();
    }

    @Test
    void givesTheSameInstanceForTheSameKey() throws Exception {
        var first = create("twice", "alice");

        var second = post("", body("twice", "alice"), 200);
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(post("", body("twice", "bob"), 409).get("code").stringValue())
                .isEqualTo("idempotency_key_taken");
        end(first);
    }

    @Test
    void endsAnInstanceForAnOperator() throws Exception {
        var id = create("operator", "alice").get("id").stringValue();
        var process = serverProcess(awaitState(id, "running"));

        post("/" + id + "/end", "{\"why\":\"maintenance\"}", 200);

        process.onExit().get(20, TimeUnit.SECONDS);
        await().atMost(SOON).until(() -> news(id).contains("alice ended"));
        assertThat(post("/" + id + "/end", "{\"why\":\"again\"}", 200)
                        .get("state")
                        .stringValue())
                .isEqualTo("ended");
    }

    @Test
    void terminatesAnInstanceWhoseServerDies() throws Exception {
        var id = create("dies", "alice").get("id").stringValue();
        var process = serverProcess(awaitState(id, "running"));

        process.destroyForcibly();

        awaitState(id, "terminated");
        await().atMost(SOON).until(() -> news(id).contains("alice terminated"));
    }

    @Test
    void tellsTheServerOfPlayersWhoComeLater() throws Exception {
        var created = create("later", "alice");
        var id = created.get("id").stringValue();
        awaitState(id, "running");

        post("/" + id + "/players", "{\"players\":[{\"playerId\":\"bob\",\"team\":1}]}", 200);

        await().atMost(SOON).until(() -> news(id).contains("bob host-details"));
        assertThat(news(id)).containsSubsequence("bob added", "bob host-details");
        end(created);
    }

    @Test
    void listsInstancesByGameAndState() throws Exception {
        var id = create("listed", "alice").get("id").stringValue();
        awaitState(id, "running");

        var running = JSON.readTree(ask("?gameId=goldrush&state=running").body());
        assertThat(running.get(0).get("id").stringValue()).isEqualTo(id);
        assertThat(ask("?gameId=goldrush&state=ended").body()).isEqualTo("[]");
        post("/" + id + "/end", "{}", 200);
    }

    private void refuseASecondLink(String id) throws Exception {
        var configuration = configuration(id);
        try (var second = GameServerConnection.connect(configuration, InstantSource.system())) {
            assertThatThrownBy(() -> second.link("127.0.0.1", 1, 1))
                    .isInstanceOfSatisfying(
                            GameServerException.class, e -> assertThat(e.code()).isEqualTo("already_linked"));
            assertThatThrownBy(() -> second.updateInstance("{}"))
                    .isInstanceOfSatisfying(
                            GameServerException.class, e -> assertThat(e.code()).isEqualTo("not_linked"));
        }
        var swapped = new GameServerConfiguration(
                configuration.partnerUrl(),
                /* socialToken= */ configuration.gameToken(),
                /* gameToken= */ configuration.socialToken(),
                configuration.instanceId(),
                configuration.serverId());
        assertThatThrownBy(() -> GameServerConnection.connect(swapped, InstantSource.system()))
                .isInstanceOfSatisfying(
                        GameServerException.class, e -> assertThat(e.code()).isEqualTo("unauthorized"));
    }

    private void refuseALinkAfterTheEnd(String id) throws Exception {
        try (var late = GameServerConnection.connect(configuration(id), InstantSource.system())) {
            assertThatThrownBy(() -> late.link("127.0.0.1", 1, 1))
                    .isInstanceOfSatisfying(
                            GameServerException.class, e -> assertThat(e.code()).isEqualTo("instance_over"));
        }
    }

    private void showNoToken(String id, CapturedOutput output) throws Exception {
        var configuration = configuration(id);
        var logs = output.getAll();
        try (var files = Files.list(folder.resolve("log"))) {
            for (Path file : files.toList()) {
                logs += Files.readString(file);
            }
        }
        assertThat(logs)
                .contains("a second link of game server")
                .doesNotContain(signature(configuration.gameToken()))
                .doesNotContain(signature(configuration.socialToken()))
                .doesNotContain(signature(hostDetails(id).get("ticket").stringValue()));
        for (var call : service.sessions().calls()) {
            assertThat(logs).doesNotContain(signature(call.authorization()));
        }
    }

    private void countWhatHappened() throws Exception {
        var metrics = service.get(service.managementUrl().resolve("/actuator/prometheus"))
                .body();
        assertThat(metrics)
                .contains("gatehouse_instance_allocations_total{")
                .contains("gatehouse_instance_links_total{result=\"LINKED\"}")
                .contains("gatehouse_instance_links_total{result=\"ALREADY_LINKED\"}");
    }

    private static JsonNode create(String key, String player) throws Exception {
        return post("", body(key, player), 201);
    }

    private static String body(String key, String player) {
        return """
                {"gameId":"goldrush","idempotencyKey":"%s","players":[{"playerId":"%s","team":0}],"data":{"map":"mine"}}
                """.formatted(key, player);
    }

    private static void end(JsonNode instance) throws Exception {
        post("/" + instance.get("id").stringValue() + "/end", "{}", 200);
    }

    private static JsonNode post(String path, String body, int expected) throws Exception {
        var response = service.post(api(path), body, service.operator(READ_AND_WRITE));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(expected);
        return JSON.readTree(response.body());
    }

    private static HttpResponse<String> ask(String path) throws Exception {
        return service.get(api(path), service.operator(READ_AND_WRITE));
    }

    private static JsonNode get(String id) throws Exception {
        return JSON.readTree(ask("/" + id).body());
    }

    private static JsonNode awaitState(String id, String state) throws Exception {
        await().atMost(SOON)
                .alias("state " + state)
                .until(() -> get(id).get("state").stringValue().equals(state));
        return get(id);
    }

    private static List<String> history(JsonNode instance) {
        return instance.get("history")
                .valueStream()
                .map(entry -> entry.get("state").stringValue())
                .toList();
    }

    /// What players heard of an instance, in order, such as `alice added`.
    private static List<String> news(String id) {
        return service.sessions().calls().stream()
                .filter(call -> isAbout(id, call))
                .map(call -> call.path().split("/", -1)[2] + " "
                        + JSON.readTree(call.body()).get("event").stringValue())
                .toList();
    }

    private static JsonNode hostDetails(String id) {
        return service.sessions().calls().stream()
                .filter(call -> isAbout(id, call))
                .map(call -> JSON.readTree(call.body()))
                .filter(body -> body.path("event").asString("").equals("host-details"))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isAbout(String id, SessionServiceStandIn.Call call) {
        return JSON.readTree(call.body()).path("instanceId").asString("").equals(id);
    }

    private static ProcessHandle serverProcess(JsonNode instance) throws Exception {
        return ProcessHandle.of(
                        Long.parseLong(Files.readString(pidFile(instance)).strip()))
                .orElseThrow();
    }

    private static Path pidFile(JsonNode instance) {
        return folder.resolve("run")
                .resolve("game-server-" + instance.get("serverId").stringValue() + ".pid");
    }

    private static GameServerConfiguration configuration(String id) throws Exception {
        Map<String, String> environment = Files.readAllLines(folder.resolve("environment-" + id)).stream()
                .filter(line -> line.startsWith("GATEHOUSE_"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        return new GameServerConfiguration(
                URI.create(environment.getOrDefault("GATEHOUSE_PARTNER_URL", "")),
                environment.getOrDefault("GATEHOUSE_SOCIAL_TOKEN", ""),
                environment.getOrDefault("GATEHOUSE_GAME_TOKEN", ""),
                new InstanceId(id),
                new ServerId(environment.getOrDefault("GATEHOUSE_SERVER_ID", "")));
    }

    private static String tampered(String token) {
        return token.substring(0, token.length() - 2) + (token.endsWith("A") ? "BB" : "AA");
    }

    private static String signature(String token) {
        return Arrays.stream(token.split("\\.", -1)).toList().getLast();
    }

    private static URI api(String path) {
        return URI.create(service.url() + "/v1/game-instances" + path);
    }
}
