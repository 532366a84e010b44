package dev.gatehouse.benchmarks.swarm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.benchmarks.swarm.TinyMine.Fault;
import dev.gatehouse.client.ClientSettings;
import dev.gatehouse.client.Credentials;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Swarms with real threads and time, against a server in memory.
class SwarmIT {

    private static final Load LOAD = new Load(6, 3, 2, Duration.ZERO);
    private static final int CLIENTS = 8;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    @Test
    void findsNothingWhereAllIsWell() throws Exception {
        var report = swarm(Fault.NONE, Duration.ofSeconds(60));

        assertThat(report.broken()).isEmpty();
        assertThat(report.lines())
                .anyMatch(line -> line.startsWith("flushes    64 asked for, 64 answered, "))
                .contains("gold       960 dug, 960 more with the clients, 960 more with the server")
                .endsWith("invariants all hold");
        assertThat(report.trips()).allSatisfy(trip -> {
            // 24 digs of 1 to 10 nuggets in turn.
            assertThat(trip.gold()).isEqualTo(new Trip.Gold(0, 120, 120, 120));
            assertThat(trip.statistics().resumes()).isEqualTo(2);
            assertThat(trip.timings().flushes()).hasSize(4);
            assertThat(trip.timings().cuts()).hasSize(2);
        });
    }

    @Test
    void findsWhatAForgetfulServerLost() throws Exception {
        assertThat(swarm(Fault.FORGETS_PLAYERS, Duration.ofSeconds(60)).broken())
                .hasSize(CLIENTS)
                .contains("client 0: gold kept by the server: 0 (expected: here, 120)");
    }

    @Test
    void findsWhatAServerRanTwice() throws Exception {
        assertThat(swarm(Fault.DOUBLES_A_FLUSH, Duration.ofSeconds(60)).broken())
                .hasSize(CLIENTS)
                .allMatch(one -> one.matches("client \\d: gold kept by the server: 12[1-9] \\(expected: here, 120\\)"));
    }

    @Test
    void findsThatAFlushIsNeverAnsweredWhereItsSessionIsLost() throws Exception {
        assertThat(swarm(Fault.LOSES_SESSIONS, Duration.ofSeconds(60)).broken())
                .hasSize(CLIENTS)
                .allMatch(one -> one.contains("did not finish: java.util.concurrent.CancellationException"));
    }

    @Test
    void waitsNoLongerThanItWasTold() throws Exception {
        var report = swarm(Fault.STAYS_SILENT, Duration.ofSeconds(1));

        assertThat(report.broken()).hasSize(CLIENTS).allMatch(one -> one.endsWith("did not finish: out of time"));
        assertThat(report.lines()).contains("invariants 8 BROKEN");
    }

    @Test
    void strikesOnceWhenAllPlay(@TempDir Path run) throws Exception {
        var victim = new ProcessBuilder("sleep", "600").start();
        var pidFile = Files.writeString(run.resolve("proxy-1.pid"), victim.pid() + "\n");

        var report = swarm(Fault.NONE, Duration.ofSeconds(60), new Victim(pidFile, Ending.KILL, PAUSE, null));

        assertThat(victim.waitFor()).isEqualTo(137);
        assertThat(report.broken()).isEmpty();
        // Each guest cuts its own socket after the middle of its play, so that all come back after the blow.
        assertThat(report.lines())
                .anyMatch(line ->
                        line.startsWith("blow       proxy-1 killed as all played; sessions went on after p50 "));
    }

    @Test
    void findsClientsThatLostTheirSocketsWhereNoneShould(@TempDir Path run) throws Exception {
        var victim = new ProcessBuilder("sleep", "600").start();
        var pidFile = Files.writeString(run.resolve("proxy-1.pid"), victim.pid() + "\n");

        var report = swarm(Fault.NONE, Duration.ofSeconds(60), new Victim(pidFile, Ending.DRAIN, PAUSE, null));

        assertThat(victim.waitFor()).isEqualTo(143);
        // Each guest cuts its own socket, twice.
        assertThat(report.broken())
                .contains(
                        "client 0: times without a socket: 2 (expected: at most 0)",
                        "client 0: resumes: 2 (expected: at most 1)")
                .noneMatch(one -> one.contains("abruptly") || one.contains("gap"));
        assertThat(report.lines()).contains("sockets    24 opened, 0 closed abruptly, 16 times a client had none");
    }

    @Test
    void asksANodeWhomItHasBeforeItIsToldToStop(@TempDir Path run) throws Exception {
        var victim = new ProcessBuilder("sleep", "600").start();
        var pidFile = Files.writeString(run.resolve("session-1.pid"), victim.pid() + "\n");
        try (var node = new CountingNode(0, 0)) {
            var stopped = new Victim(pidFile, Ending.HAND_OVER, PAUSE, node.management());

            var report = swarm(Fault.NONE, Duration.ofSeconds(60), stopped);

            assertThat(victim.waitFor()).isEqualTo(143);
            assertThat(report.observed()).contains(new HandOverReport(3));
            assertThat(report.lines()).contains("sessions   3 at the node that was told to stop");
        }
    }

    @Test
    void sendsNewcomersWhileAProcessIsPaused(@TempDir Path run) throws Exception {
        var victim = new ProcessBuilder("sleep", "600").start();
        var pidFile = Files.writeString(run.resolve("redis.pid"), victim.pid() + "\n");
        Files.writeString(run.resolve("proxy-1.pid"), ProcessHandle.current().pid() + "\n");
        try {
            var report =
                    swarm(Fault.NONE, Duration.ofSeconds(60), new Victim(pidFile, Ending.PAUSE_REDIS, PAUSE, null));

            assertThat(victim.isAlive()).isTrue();
            assertThat(report.observed())
                    .hasValueSatisfying(siege -> assertThat(siege.broken()).isEmpty());
            // Each guest cuts its own socket, twice.
            assertThat(report.broken()).contains("client 0: resumes: 2 (expected: at most 0)");
            assertThat(report.lines())
                    .anyMatch(
                            line -> line.startsWith("newcomers  2 while it was paused: 2 let in; each knew after p50 "))
                    .anyMatch(line -> line.matches("threads    proxy-1 \\d+ -> \\d+"));
        } finally {
            victim.destroyForcibly();
        }
    }

    @Test
    void watchesHowAPausedNodeLetsGo(@TempDir Path run) throws Exception {
        var victim = new ProcessBuilder("sleep", "600").start();
        var pidFile = Files.writeString(run.resolve("session-1.pid"), victim.pid() + "\n");
        try (var node = new CountingNode(3, 3 + CLIENTS)) {
            var paused = new Victim(pidFile, Ending.PAUSE_NODE, PAUSE, node.management());

            var report = swarm(Fault.NONE, Duration.ofSeconds(60), paused);

            assertThat(victim.isAlive()).isTrue();
            assertThat(report.observed()).hasValueSatisfying(fencing -> {
                assertThat(fencing.broken()).isEmpty();
                assertThat(fencing.lines().getFirst())
                        .matches("fenced     8 players, the last \\d\\.\\d s after the node went on;"
                                + " 8 sessions moved, 0 nuggets astray");
            });
            // Each guest cuts its own socket, twice.
            assertThat(report.broken()).contains("client 0: resumes: 2 (expected: at most 0)");
        } finally {
            victim.destroyForcibly();
        }
    }

    private static SwarmReport swarm(Fault fault, Duration within) throws InterruptedException {
        return swarm(fault, within, null);
    }

    private static SwarmReport swarm(Fault fault, Duration within, @Nullable Victim victim)
            throws InterruptedException {
        var servers = List.of(URI.create("http://mine:8080"));
        var devices = new AtomicInteger();
        Guests guests = () -> ClientSettings.of(
                URI.create("ws://mine:8080"), new Credentials("token", "device-" + devices.incrementAndGet()));
        try (var mine = new TinyMine(fault)) {
            return new Swarm(mine, RandomGenerator.getDefault(), guests, System::nanoTime)
                    .run(new SwarmPlan(servers, CLIENTS, LOAD, victim, within));
        }
    }
}
