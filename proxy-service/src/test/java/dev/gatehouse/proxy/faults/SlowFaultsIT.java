package dev.gatehouse.proxy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.scene.RawSocket;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.testing.RedisExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlowFaultsIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static final String HALF_A_REQUEST = "GET /v1/connect HTTP/1.1\r\nHost: x\r\nUpgrade: webso";
    private static final String NO_BODY = "POST /v1/guests HTTP/1.1\r\nHost: x\r\nContent-Length: 64\r\n\r\n{";
    private static final int SILENT = 1_000;
    private static final int SLOW = 500;
    private static final int LEGIT = 100;

    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.start(REDIS, "gatehouse.proxy.handshake.request-timeout=2s");
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

    @DisplayName("F65: connections that say nothing, or half of something, are closed within 5 s; others do not notice")
    @Test
    void closesSilentAndSlowConnections() throws Exception {
        var alone = p99(handshakes("before"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Long>> held = new ArrayList<>();
            for (var i = 0; i < SILENT; i++) {
                held.add(() -> millisUntilClosed(""));
            }
            for (var i = 0; i < SLOW; i++) {
                held.add(() -> millisUntilClosed(HALF_A_REQUEST));
                held.add(() -> millisUntilClosed(NO_BODY));
            }
            var begun = held.stream().map(threads::submit).toList();
            var beside = p99(handshakes("beside"));
            var late = 0;
            for (Future<Long> closed : begun) {
                late += closed.get() > 5_000 ? 1 : 0;
            }
            System.out.printf(
                    "F65: %d silent and slow connections, held after 5 s: %d; handshake p99 %.0f ms, %.0f ms alone%n",
                    held.size(), late, beside, alone);
            assertThat(late).isZero();
        }
    }

    private static long millisUntilClosed(String said) throws IOException {
        try (var socket = RawSocket.connect(scene.port())) {
            var begun = System.nanoTime();
            socket.send(said.getBytes(StandardCharsets.ISO_8859_1));
            socket.readToEnd();
            return (System.nanoTime() - begun) / 1_000_000;
        }
    }

    /// Nanoseconds, each.
    private static long[] handshakes(String name) throws IOException {
        var times = new long[LEGIT];
        for (var i = 0; i < LEGIT; i++) {
            var begun = System.nanoTime();
            try (var socket = RawSocket.open(scene.port())) {
                socket.sendText(Scene.hello(name + "-" + i, name + "-" + i));
                assertThat(socket.readText()).contains("server-hello");
                assertThat(socket.readText()).contains("session-started");
            }
            times[i] = System.nanoTime() - begun;
        }
        return times;
    }

    private static double p99(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length * 99 / 100] / 1e6;
    }
}
