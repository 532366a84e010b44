package dev.gatehouse.proxy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.scene.RawSocket;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.testing.RedisExtension;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Each kind of flood comes from an address of its own, so that one does not use up what another one needs.
class FloodFaultsIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final String TRUSTED = "127.0.0.9";

    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.start(
                REDIS,
                "gatehouse.proxy.forwarded.trusted=" + TRUSTED,
                "gatehouse.proxy.admission.handshakes.per-address.per-second=0.1",
                "gatehouse.proxy.admission.handshakes.per-address.burst=50",
                "gatehouse.proxy.admission.handshakes.per-account.per-second=0.1",
                "gatehouse.proxy.admission.handshakes.per-account.burst=5",
                "gatehouse.proxy.admission.handshakes.per-device.per-second=0.1",
                "gatehouse.proxy.admission.handshakes.per-device.burst=8",
                "gatehouse.proxy.admission.handshakes.per-second=0.1",
                "gatehouse.proxy.admission.handshakes.burst=120",
                "gatehouse.proxy.admission.handshakes.kept-for-resumes=0.5",
                "gatehouse.proxy.admission.frames.per-second=10",
                "gatehouse.proxy.admission.frames.burst=100");
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @BeforeEach
    void announce() {
        scene.announce();
        scene.awaitLink();
    }

    @DisplayName(
            "F66: who floods is limited, by address, account and device; others come in, and resumes before new ones")
    @Test
    void limitsFloodsByTheirKind() throws IOException {
        var address = upgrades("127.0.0.2", 1_000);
        var account = 0;
        var device = 0;
        for (var i = 0; i < 20; i++) {
            account += letsIn("127.0.1." + i, Scene.hello("mallory", "m-" + i)) ? 1 : 0;
            device += letsIn("127.0.2." + i, Scene.hello("m-" + i, "stolen")) ? 1 : 0;
        }
        var legit = 0;
        for (var i = 0; i < 20; i++) {
            legit += letsIn("127.0.3." + i, Scene.hello("legit-" + i, "legit-" + i)) ? 1 : 0;
        }
        var anew = 0;
        for (var i = 0; i < 100; i++) {
            anew += letsIn("127.0.4." + i, Scene.hello("storm-" + i, "storm-" + i)) ? 1 : 0;
        }
        var resumed = 0;
        for (var i = 0; i < 20; i++) {
            resumed += letsIn("127.0.5." + i, resume("back-" + i)) ? 1 : 0;
        }
        System.out.printf(
                "F66: let in %d of 1000 of one address, %d of 20 of one account, %d of 20 of one device, legit 20/%d;"
                        + " past the limit of all %d of 100 new ones, 20/%d resumes%n",
                address, account, device, legit, anew, resumed);
        assertThat(address).isBetween(50, 52);
        assertThat(account).isBetween(5, 7);
        assertThat(device).isBetween(8, 10);
        assertThat(legit).isEqualTo(20);
        assertThat(anew).isBetween(20, 40);
        assertThat(resumed).isEqualTo(20);
    }

    @DisplayName("F66: a socket that sends faster than it may ends with 4020 and the time to wait")
    @Test
    void limitsTheFramesOfASocket() throws IOException {
        try (var socket = RawSocket.openFrom("127.0.0.3", scene.port())) {
            socket.readText();
            for (var i = 0; i < 150; i++) {
                socket.send(RawSocket.frame(0x89, new byte[0]));
            }
            var farewell = socket.readFarewell();
            assertThat(farewell.code()).isEqualTo(4001);
            assertThat(farewell.reason()).isEqualTo("4020 rate_limited");
            assertThat(farewell.texts().getLast()).containsPattern("\"retryAfterMillis\":\\d+");
        }
    }

    @DisplayName("F69: a forwarded address counts only where a trusted forwarder says it")
    @Test
    void ignoresForgedAddresses() throws IOException {
        var forged = 0;
        var forwarded = 0;
        for (var i = 0; i < 100; i++) {
            var header = "X-Forwarded-For: 198.51.100." + i;
            forged += isUpgraded("127.0.0.4", header) ? 1 : 0;
            forwarded += isUpgraded(TRUSTED, header) ? 1 : 0;
        }
        var behind = 0;
        for (var i = 0; i < 100; i++) {
            behind += isUpgraded(TRUSTED, "X-Forwarded-For: 198.51.100." + i + ", 203.0.113.7") ? 1 : 0;
        }
        System.out.printf(
                "F69: %d of 100 past the limit with forged addresses, %d of 100 behind a trusted forwarder; 100 of 100"
                        + " clients of the forwarder let in: %b%n",
                Math.max(0, forged - 52), Math.max(0, behind - 52), forwarded == 100);
        assertThat(forged).isBetween(50, 52);
        assertThat(behind).isBetween(50, 52);
        assertThat(forwarded).isEqualTo(100);
        assertThat(RawSocket.answer(TRUSTED, scene.port(), "X-Forwarded-For: nobody"))
                .startsWith("HTTP/1.1 400");
        assertThat(RawSocket.answer("127.0.0.4", scene.port()))
                .startsWith("HTTP/1.1 429")
                .contains("\"code\":4020");
    }

    private static int upgrades(String from, int attempts) throws IOException {
        var upgraded = 0;
        for (var i = 0; i < attempts; i++) {
            upgraded += isUpgraded(from) ? 1 : 0;
        }
        return upgraded;
    }

    private static boolean isUpgraded(String from, String... headers) throws IOException {
        return RawSocket.answer(from, scene.port(), headers).startsWith("HTTP/1.1 101");
    }

    private static boolean letsIn(String from, String hello) throws IOException {
        try (var socket = RawSocket.openFrom(from, scene.port())) {
            assertThat(socket.readText()).contains("server-hello");
            socket.sendText(hello);
            var answer = socket.readText();
            if (!answer.contains("session-started")) {
                assertThat(answer).contains("\"code\":4020").containsPattern("\"retryAfterMillis\":\\d+");
            }
            return answer.contains("session-started");
        }
    }

    private static String resume(String player) {
        var resume = "{\"sessionId\":\"%s\",\"resumeToken\":\"r\",\"epoch\":1,\"received\":0}".formatted(player);
        return Scene.hello(player, player).replace("\"resume\":null", "\"resume\":" + resume);
    }
}
