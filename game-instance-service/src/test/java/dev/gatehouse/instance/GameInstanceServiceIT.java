package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.gameserver.GameServerConnection;
import dev.gatehouse.gameserver.GameServerException;
import dev.gatehouse.instance.partner.LiveServers;
import dev.gatehouse.model.partner.PartnerError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

@ExtendWith(OutputCaptureExtension.class)
class GameInstanceServiceIT {

    @RegisterExtension
    static final SharedService SHARED = new SharedService();

    private final ServiceUnderTest service = SHARED.get();

    @Test
    void playsAGameFromCreationToEnd(CapturedOutput output) throws Exception {
        var created = service.create("story", "alice");
        var id = created.get("id").stringValue();
        assertThat(created.get("state").stringValue()).isEqualTo("allocating");

        var running = service.awaitState(id, "running");
        var process = service.serverProcess(running);
        await().atMost(ServiceUnderTest.SOON)
                .until(() -> service.sessions().news(id).contains("alice host-details"));
        assertThat(service.sessions().news(id)).containsExactly("alice added", "alice host-details");
        var host = service.sessions().hostDetails(id);
        try (var player =
                new TestPlayer(host.get("host").stringValue(), host.get("port").intValue())) {
            var ticket = host.get("ticket").stringValue();
            assertThat(player.say("ticket " + tampered(ticket))).isEqualTo("refused ticket_invalid");
            assertThat(player.say("ticket " + ticket)).isEqualTo("welcome alice");
            assertThat(player.say("ticket " + ticket)).isEqualTo("refused ticket_used");
            refuseASecondLink(id);
            assertThat(player.say("reward alice")).isEqualTo("action 7");
            assertThat(player.say("reward alice")).isEqualTo("action 7");
            assertThat(service.sessions().keys("alice")).containsExactly("reward-1", "reward-1");
            assertThat(player.say("reward mallory")).isEqualTo("refused player_not_in_instance");
            assertThat(player.say("end alice won")).isEqualTo("ended");
        }

        process.onExit().get(20, TimeUnit.SECONDS);
        await().atMost(ServiceUnderTest.SOON)
                .until(() -> service.sessions().news(id).contains("alice ended"));
        assertThat(history(service.read("/" + id)))
                .containsExactly("created", "allocating", "allocated", "linked", "running", "ended");
        await().atMost(ServiceUnderTest.SOON).until(() -> Files.notExists(service.pidFile(running)));
        refuseALinkAfterTheEnd(id);
        showNoToken(id, output);
        countWhatHappened();
    }

    @Test
    @DisplayName("3.4 (18): a server hosts a further instance; each of both drains and ends by itself")
    void hostsAFurtherInstance() throws Exception {
        var running =
                service.awaitState(service.create("host", "alice").get("id").stringValue(), "running");
        var id = running.get("id").stringValue();
        try (var server = new TestPlayer(
                running.get("host").stringValue(), running.get("port").intValue())) {
            var further = server.say("host alice").substring("hosting ".length());

            var hosted = service.awaitState(further, "running");
            assertThat(history(hosted)).containsExactly("created", "allocating", "linked", "running");
            assertThat(hosted.get("port")).isEqualTo(running.get("port"));
            await().atMost(ServiceUnderTest.SOON)
                    .until(() -> service.sessions().news(further).contains("alice host-details"));
            assertThat(service.sessions().news(further)).containsExactly("alice added", "alice host-details");

            var drained = service.call("/" + further + "/drain", "{\"withinMillis\":200}", 200);
            assertThat(drained.get("drainBy").isNumber()).isTrue();
            service.awaitState(further, "ended");
            assertThat(server.say("drained")).isEqualTo("goes on");
            var by = service.call("/" + id + "/drain", "{\"withinMillis\":60000}", 200)
                    .get("drainBy");
            await().atMost(ServiceUnderTest.SOON)
                    .until(() -> server.say("drained").equals("by " + by.longValue()));
            service.call("/" + id + "/players", "{\"players\":[{\"playerId\":\"late\"}]}", 409);
            service.call("/" + id + "/drain", "{}", 400);
            assertThat(server.say("players")).isEqualTo("alice");
            assertThat(service.read("/" + id).get("state").stringValue()).isEqualTo("running");
            assertThat(server.say("end done")).isEqualTo("ended");
        }
    }

    @Test
    void givesTheSameInstanceForTheSameKey() throws Exception {
        var first = service.create("twice", "alice");

        var second = service.call("", ServiceUnderTest.creation("twice", "alice"), 200);
        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(service.call("", ServiceUnderTest.creation("twice", "bob"), 409)
                        .get("code")
                        .stringValue())
                .isEqualTo("idempotency_key_taken");
        service.call("/" + first.get("id").stringValue() + "/end", "{}", 200);
    }

    @Test
    void endsAnInstanceForAnOperator() throws Exception {
        var id = service.create("operator", "alice").get("id").stringValue();
        var process = service.serverProcess(service.awaitState(id, "running"));

        service.call("/" + id + "/end", "{\"why\":\"maintenance\"}", 200);

        process.onExit().get(20, TimeUnit.SECONDS);
        await().atMost(ServiceUnderTest.SOON)
                .until(() -> service.sessions().news(id).contains("alice ended"));
        assertThat(service.call("/" + id + "/end", "{\"why\":\"again\"}", 200)
                        .get("state")
                        .stringValue())
                .isEqualTo("ended");
    }

    @Test
    void terminatesAnInstanceWhoseServerDies() throws Exception {
        var id = service.create("dies", "alice").get("id").stringValue();
        var process = service.serverProcess(service.awaitState(id, "running"));

        process.destroyForcibly();

        service.awaitState(id, "terminated");
        await().atMost(ServiceUnderTest.SOON)
                .until(() -> service.sessions().news(id).contains("alice terminated"));
    }

    @Test
    void endsAnInstanceAtOnceWhoseServerShutsDown() throws Exception {
        var id = service.create("shuts-down", "alice").get("id").stringValue();
        var running = service.awaitState(id, "running");

        try (var server = new TestPlayer(
                running.get("host").stringValue(), running.get("port").intValue())) {
            assertThat(server.say("shutdown the machine is stopped")).isEqualTo("gone");
        }

        var over = service.read("/" + id);
        assertThat(over.get("state").stringValue()).isEqualTo("ended");
        assertThat(over.get("history")
                        .valueStream()
                        .toList()
                        .getLast()
                        .get("why")
                        .stringValue())
                .isEqualTo("the machine is stopped");
    }

    @Test
    void tellsTheServerOfPlayersWhoComeLater() throws Exception {
        var created = service.create("later", "alice");
        var id = created.get("id").stringValue();
        service.awaitState(id, "running");

        service.call("/" + id + "/players", "{\"players\":[{\"playerId\":\"bob\",\"team\":1}]}", 200);

        await().atMost(ServiceUnderTest.SOON)
                .until(() -> service.sessions().news(id).contains("bob host-details"));
        assertThat(service.sessions().news(id)).containsSubsequence("bob added", "bob host-details");
        service.call("/" + id + "/data", "{\"players\":[{\"playerId\":\"bob\",\"data\":{\"lamp\":1}}]}", 200);
        await().atMost(ServiceUnderTest.SOON)
                .until(() -> service.sessions().news(id).contains("bob updated"));
        assertThat(service.sessions().news(id)).doesNotContain("alice updated");
        service.call("/" + id + "/end", "{}", 200);
    }

    @Test
    @DisplayName(
            "3.4 (12): a server whose socket breaks is back by itself, with its players and whoever came meanwhile")
    void isBackByItselfAfterALostSocket() throws Exception {
        var id = service.create("back", "carol").get("id").stringValue();
        var running = service.awaitState(id, "running");
        assertThat(running.get("liveness").stringValue()).isEqualTo("alive");
        var link = service.bean(LiveServers.class).links().stream()
                .filter(live -> live.caller().pair().instance().value().equals(id))
                .findFirst()
                .orElseThrow();

        try (var server = new TestPlayer(
                running.get("host").stringValue(), running.get("port").intValue())) {
            long broken = System.nanoTime();
            link.close(PartnerError.UNAVAILABLE);
            service.call("/" + id + "/players", "{\"players\":[{\"playerId\":\"dave\",\"team\":1}]}", 200);
            await().atMost(ServiceUnderTest.SOON)
                    .until(() -> service.sessions().news(id).contains("dave host-details"));
            System.out.printf(
                    "3.4 (12): linked again, and the player who came meanwhile told where to go, after %d ms%n",
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - broken));

            assertThat(server.say("players")).isEqualTo("carol dave");
            assertThat(server.say("reward carol")).isEqualTo("action 7");
            assertThat(service.sessions().news(id)).containsOnlyOnce("carol host-details", "dave host-details");
            assertThat(server.say("end done")).isEqualTo("ended");
        }
    }

    @Test
    void listsInstancesByGameAndState() throws Exception {
        var id = service.create("listed", "alice").get("id").stringValue();
        service.awaitState(id, "running");

        var running = service.read("?gameId=goldrush&state=running");
        assertThat(running.get(0).get("id").stringValue()).isEqualTo(id);
        assertThat(service.read("?gameId=goldrush&state=ended").isEmpty()).isTrue();
        assertThat(service.read("?gameId=goldrush&before=" + id).isEmpty()).isTrue();
        assertThat(service.read("?gameId=goldrush&playerId=alice&before=gi-1").toString())
                .contains("\"invalid_argument\"", "before: gi-1 (expected: absent, with playerId)");
        service.call("/" + id + "/end", "{}", 200);
    }

    private void refuseASecondLink(String id) throws Exception {
        var configuration = SHARED.environmentOf(id);
        try (var second = GameServerConnection.connect(configuration, InstantSource.system(), new SecureRandom())) {
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
        assertThatThrownBy(() -> GameServerConnection.connect(swapped, InstantSource.system(), new SecureRandom()))
                .isInstanceOfSatisfying(
                        GameServerException.class, e -> assertThat(e.code()).isEqualTo("unauthenticated"));
    }

    private void refuseALinkAfterTheEnd(String id) throws Exception {
        try (var late =
                GameServerConnection.connect(SHARED.environmentOf(id), InstantSource.system(), new SecureRandom())) {
            assertThatThrownBy(() -> late.link("127.0.0.1", 1, 1))
                    .isInstanceOfSatisfying(
                            GameServerException.class, e -> assertThat(e.code()).isEqualTo("instance_over"));
        }
    }

    private void showNoToken(String id, CapturedOutput output) throws Exception {
        var configuration = SHARED.environmentOf(id);
        var logs = output.getAll();
        try (var files = Files.list(SHARED.logs())) {
            for (Path file : files.toList()) {
                logs += Files.readString(file);
            }
        }
        assertThat(logs)
                .contains("a second link of game server")
                .doesNotContain(signature(configuration.gameToken()))
                .doesNotContain(signature(configuration.socialToken()))
                .doesNotContain(signature(
                        service.sessions().hostDetails(id).get("ticket").stringValue()));
        for (var call : service.sessions().calls()) {
            assertThat(logs).doesNotContain(signature(call.authorization()));
        }
    }

    private void countWhatHappened() throws Exception {
        var metrics = service.get(service.managementUrl().resolve("/actuator/prometheus"))
                .body();
        assertThat(metrics)
                .contains("gatehouse_instance_allocations_total{")
                .contains("gatehouse_instance_unsettled_creations ")
                .contains("gatehouse_instance_news_total{result=\"heard\"}")
                .contains("gatehouse_instance_links_total{result=\"linked\"}")
                .contains("gatehouse_instance_links_total{result=\"already_linked\"}");
    }

    private static List<String> history(JsonNode instance) {
        return instance.get("history")
                .valueStream()
                .map(entry -> entry.get("state").stringValue())
                .toList();
    }

    private static String tampered(String token) {
        return token.substring(0, token.length() - 2) + (token.endsWith("A") ? "BB" : "AA");
    }

    private static String signature(String token) {
        return Arrays.stream(token.split("\\.", -1)).toList().getLast();
    }
}
