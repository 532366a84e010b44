package dev.gatehouse.proxy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.connection.web.LiveSockets;
import dev.gatehouse.proxy.scene.RawSocket;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.testing.RedisExtension;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NetworkFaultsIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    /// So few that a place which is not given back is missed.
    private static final int PLACES = 60;

    private static final int SLOW_CLIENTS = 50;

    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.start(REDIS, "gatehouse.proxy.admission.max-connections=" + PLACES);
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

    @DisplayName("F31: handshakes in single bytes, 100 to 300 ms late, all succeed")
    @Test
    void takesHandshakesInSingleBytes() throws Exception {
        var random = new Random(31);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var later = Executors.newSingleThreadScheduledExecutor()) {
            var begun = new ArrayList<CompletableFuture<Long>>();
            for (var i = 0; i < SLOW_CLIENTS; i++) {
                var name = "slow-" + i;
                var delays = random.longs(4, 100, 300).toArray();
                begun.add(CompletableFuture.supplyAsync(() -> handshake(name, delays, later), threads));
            }
            var millis =
                    begun.stream().mapToLong(CompletableFuture::join).sorted().toArray();
            System.out.printf(
                    "F31: %d of %d handshakes succeeded, p99 %d ms%n",
                    millis.length, SLOW_CLIENTS, millis[millis.length * 99 / 100]);
        }
    }

    /// Milliseconds until the session has started.
    private static long handshake(String name, long[] delays, ScheduledExecutorService later) {
        var begun = System.nanoTime();
        try (var socket = RawSocket.connect(scene.port())) {
            var request = RawSocket.request();
            var hello = RawSocket.text(Scene.hello(name, name));
            sendLate(socket, Arrays.copyOf(request, 60), delays[0], later);
            sendLate(socket, Arrays.copyOfRange(request, 60, request.length), delays[1], later);
            assertThat(socket.readAnswer()).startsWith("HTTP/1.1 101");
            assertThat(socket.readText()).contains("server-hello");
            sendLate(socket, Arrays.copyOf(hello, 100), delays[2], later);
            sendLate(socket, Arrays.copyOfRange(hello, 100, hello.length), delays[3], later);
            assertThat(socket.readText()).contains("session-started");
            return (System.nanoTime() - begun) / 1_000_000;
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    /// Each byte is a segment of its own.
    private static void sendLate(RawSocket socket, byte[] bytes, long millis, ScheduledExecutorService later) {
        var sent = new CompletableFuture<Void>();
        var _ = later.schedule(
                () -> {
                    try {
                        for (var one : bytes) {
                            socket.send(new byte[] {one});
                        }
                        sent.complete(null);
                    } catch (IOException e) {
                        sent.completeExceptionally(e);
                    }
                },
                millis,
                TimeUnit.MILLISECONDS);
        sent.join();
    }

    @DisplayName("F33: a reset at any byte of the handshake leaves nothing behind")
    @Test
    void forgetsWhoResetsInTheHandshake() throws Exception {
        var request = RawSocket.request();
        var hello = RawSocket.text(Scene.hello("reset", "reset"));
        for (var offset = 0; offset <= request.length; offset++) {
            try (var socket = RawSocket.connect(scene.port())) {
                socket.send(Arrays.copyOf(request, offset));
                socket.reset();
            }
        }
        for (var offset = 1; offset <= hello.length; offset++) {
            awaitPlace();
            try (var socket = RawSocket.open(scene.port())) {
                socket.send(Arrays.copyOf(hello, offset));
                socket.reset();
            }
        }

        awaitNobody();
        assertThat(openAll()).isEqualTo(PLACES);
        System.out.printf("F33: %d resets, 0 sockets and places left%n", request.length + 1 + hello.length);
    }

    private static void awaitPlace() {
        Awaitility.await().until(() -> scene.bean(LiveSockets.class).count() < PLACES / 2);
    }

    private static void awaitNobody() {
        Awaitility.await().until(() -> scene.bean(LiveSockets.class).count() == 0);
    }

    /// How many sockets find a place at once.
    private static int openAll() throws IOException {
        List<RawSocket> open = new ArrayList<>();
        try {
            for (var i = 0; i < PLACES; i++) {
                open.add(RawSocket.open(scene.port()));
            }
            return open.size();
        } finally {
            for (var socket : open) {
                socket.close();
            }
        }
    }
}
