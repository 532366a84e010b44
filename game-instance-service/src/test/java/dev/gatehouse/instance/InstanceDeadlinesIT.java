package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.testing.RedisExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class InstanceDeadlinesIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @TempDir
    Path folder;

    @Test
    @DisplayName("F56: a server that never links: its instance fails by the deadline, the players hear it, it is gone")
    void failsAnInstanceWhoseServerNeverLinks() throws Exception {
        try (var service = service("cat", Map.of("gatehouse.instances.link", "500ms"))) {
            var id = service.create("never-links", "alice").get("id").stringValue();
            var process = service.serverProcess(service.awaitState(id, "allocated"));

            long allocated = System.nanoTime();

            service.awaitState(id, "failed");

            process.onExit().get(20, TimeUnit.SECONDS);
            long gone = System.nanoTime();
            await().atMost(ServiceUnderTest.SOON)
                    .until(() -> service.sessions().news(id).contains("alice failed"));
            // She can queue again.
            assertThat(service.read("?gameId=goldrush&playerId=alice")).isEmpty();
            assertThat(service.create("again", "alice").get("id").stringValue()).isNotEqualTo(id);
            System.out.printf(
                    "F56: a server that had 500 ms to link was gone, %d ms after it was there%n",
                    TimeUnit.NANOSECONDS.toMillis(gone - allocated));
        }
    }

    @Test
    @DisplayName(
            "F57: a server that freezes in the middle of a game is lost within twice the time for silence, and gone")
    void terminatesAnInstanceWhoseServerIsFrozen() throws Exception {
        try (var service = service(ServiceUnderTest.testGameServer(), Map.of("gatehouse.instances.keep-alive", "1s"))) {
            var id = service.create("frozen", "alice").get("id").stringValue();
            var process = service.serverProcess(service.awaitState(id, "running"));

            long frozen = System.nanoTime();
            freeze(process);

            service.awaitState(id, "terminated");
            var noticed = Duration.ofNanos(System.nanoTime() - frozen);
            System.out.printf(
                    "F57: a frozen server was noticed after %d ms, 3 keep-alives of 1 s%n", noticed.toMillis());
            assertThat(noticed).isLessThan(Duration.ofSeconds(6));
            process.onExit().get(20, TimeUnit.SECONDS);
            await().atMost(ServiceUnderTest.SOON)
                    .until(() -> service.sessions().news(id).contains("alice terminated"));
        }
    }

    private static void freeze(ProcessHandle process) throws Exception {
        var kill = new ProcessBuilder("kill", "-STOP", Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    @Test
    void endsAnInstanceThatHasLastedLongEnough() throws Exception {
        try (var service = service("cat", Map.of("gatehouse.instances.lifetime", "1s"))) {
            var id = service.create("too-long", "alice").get("id").stringValue();

            service.awaitState(id, "expired");

            await().atMost(ServiceUnderTest.SOON)
                    .until(() -> service.sessions().news(id).contains("alice terminated"));
        }
    }

    @Test
    void failsAnInstanceWhoseServerCannotStart() throws Exception {
        try (var service = service("/no/such/program", Map.of())) {
            var id = service.create("cannot-start", "alice").get("id").stringValue();

            service.awaitState(id, "failed");
        }
    }

    @Test
    void leavesNoServerBehindWhenTheServiceStops() throws Exception {
        ProcessHandle process;
        Path pidFile;
        try (var service = service(ServiceUnderTest.testGameServer(), Map.of())) {
            var id = service.create("stops", "alice").get("id").stringValue();
            var running = service.awaitState(id, "running");
            process = service.serverProcess(running);
            pidFile = service.pidFile(running);
        }

        process.onExit().get(20, TimeUnit.SECONDS);
        await().until(() -> Files.notExists(pidFile));
        assertThat(process.isAlive()).isFalse();
    }

    private ServiceUnderTest service(String command, Map<String, String> more) throws Exception {
        var service = new ServiceUnderTest(folder, REDIS.port(), command, more);
        service.announce();
        return service;
    }
}
