package dev.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 5, unit = TimeUnit.MINUTES)
class UpIT {

    private final Path home;

    UpIT() throws IOException {
        this.home = SuiteHome.emptied();
    }

    @Test
    void staysUpAloneUntilItIsTold() throws Exception {
        try (var script = up();
                var other = GatehouseScript.start(home, "up")) {
            assertThat(other.awaitEnd()).isEqualTo(1);
            assertThat(other.output()).contains("already up here");
            assertThat(script.pidFiles())
                    .containsExactly(
                            "game-instance-1.pid", "launcher.pid", "proxy-1.pid", "redis.pid", "session-1.pid");
            assertThat(script.output()).contains("http://127.0.0.1:" + script.port(8082) + "/v1/game-instances");

            script.handle().destroy();

            assertThat(script.awaitEnd()).isZero();
            assertNothingLeft(script);
        }
    }

    @Test
    void endsWithAFailureWhenRedisIsKilled() throws Exception {
        try (var script = up()) {
            kill("redis", script);

            assertNothingLeft(script);
        }
    }

    @Test
    void carriesOnWithoutOneOfSeveral() throws Exception {
        try (var script = up("--proxies", "2", "--session-nodes", "2")) {
            assertThat(script.pidFiles()).contains("proxy-2.pid", "session-2.pid");
            ProcessHandle victim = script.part("proxy-1");

            victim.destroyForcibly();

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> script.output()
                            .contains("proxy-1 (pid " + victim.pid() + ") ended with status 137; proxy-2 carries on"));
            assertThat(script.pidFiles()).doesNotContain("proxy-1.pid");
            assertThat(guestAt(script.port(8180))).isEqualTo(200);
            script.handle().destroy();
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> {
                        // Again and again: the suite lets what stands still go on, once, before it stops it.
                        script.freeze("proxy-2");
                        return script.output().contains("is kept; Ctrl-C again ends at once");
                    });
            script.handle().destroy();
            assertThat(script.awaitEnd()).isEqualTo(130);
            assertNothingLeft(script);
        }
    }

    /// With a game as somebody's own: its jar and the command of its dedicated server.
    @Test
    void leavesNoGameServerBehindWhenItsServiceIsKilled() throws Exception {
        Path game = Path.of("../examples/goldrush/target").toRealPath();
        try (var script = up(
                "--games",
                game.resolve("goldrush-0.1.0-SNAPSHOT.jar").toString(),
                "--",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                game + "/*:" + game + "/lib/*",
                "dev.gatehouse.goldrush.dedicated.DedicatedServerMain")) {
            startGameServer(script);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> script.pidFiles().stream().anyMatch(file -> file.startsWith("game-server-")));

            kill("game-instance-1", script);

            assertNothingLeft(script);
        }
    }

    @Test
    void cleansUpAfterALauncherThatWasKilled() throws Exception {
        try (var script = up()) {
            script.part("launcher").destroyForcibly();

            assertThat(script.awaitEnd()).isEqualTo(137);
            assertNothingLeft(script);
        }
    }

    @Test
    void stopsWhenTheScriptIsKilled() throws Exception {
        try (var script = up()) {
            script.handle().destroyForcibly();

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> script.processes().isEmpty());
        }
    }

    @Test
    void namesATakenPortAndWhatMovesIt() throws Exception {
        try (var taken = new ServerSocket(0);
                var script = GatehouseScript.start(home, "up", taken.getLocalPort() - 8080)) {
            assertThat(script.awaitEnd()).isEqualTo(1);
            assertThat(script.output())
                    .contains("port " + taken.getLocalPort() + " is taken, and proxy-1 wants it")
                    .contains("--port-offset");
            assertNothingLeft(script);
        }
    }

    private GatehouseScript up(String... options) throws IOException {
        return GatehouseScript.up(home, options);
    }

    /// Kills the only part of its kind, which ends the suite with a failure.
    private static void kill(String name, GatehouseScript script) throws Exception {
        ProcessHandle victim = script.part(name);

        victim.destroyForcibly();

        assertThat(script.awaitEnd()).isEqualTo(1);
        assertThat(script.output())
                .contains(name + " (pid " + victim.pid() + ") ended with status 137; stopping the rest");
    }

    private static int guestAt(int port) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/guests"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"gameId": "goldrush", "deviceToken": "a-phone"}"""))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static void startGameServer(GatehouseScript script) throws IOException, InterruptedException {
        String token = GatehouseScript.run(script.home(), "token", "--no-build", "--operator");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + script.port(8082) + "/v1/game-instances"))
                .header("Authorization", "Bearer " + token.strip())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"gameId": "goldrush", "idempotencyKey": "left-behind", "players": [], "data": {}}"""))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
        }
    }

    private static void assertNothingLeft(GatehouseScript script) throws IOException {
        assertThat(script.processes()).isEqualTo(List.of());
        assertThat(script.pidFiles()).isEmpty();
    }
}
