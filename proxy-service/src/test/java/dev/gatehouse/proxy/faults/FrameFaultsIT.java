package dev.gatehouse.proxy.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.proxy.scene.RawSocket;
import dev.gatehouse.proxy.scene.RawSocket.Farewell;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.testing.RedisExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FrameFaultsIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    /// All of the catalogue's row with 100000: each ends its socket, so that takes as many of them.
    private static final int BAD_FRAMES = Integer.getInteger("gatehouse.faults.bad-frames", 1_000);

    private static final int AT_ONCE = 100;
    private static final long A_MESSAGE = 5 << 20;

    private static Scene scene;

    @BeforeAll
    static void start() {
        scene = Scene.start(REDIS);
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

    @DisplayName("F62: a frame that breaks WebSocket's rules ends a session with 4032 and WebSocket's own close code")
    @ParameterizedTest(name = "F62 in a session: {0}")
    @MethodSource("dev.gatehouse.proxy.faults.BadFrame#all")
    void endsASession(BadFrame bad) throws IOException {
        try (var socket = play("victim")) {
            socket.send(bad.bytes());

            expect(socket.readFarewell(), bad.closeCode(), "4032 message_malformed");
            assertThat(socket.isAtEnd()).isTrue();
        }
    }

    @DisplayName("F62: bad frames get the right close code, and a bystander does not notice")
    @Test
    void answersBadFrames() throws Exception {
        var right = new AtomicInteger();
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var bystander = play("bystander")) {
            var roundTrips = threads.submit(() -> roundTrips(bystander, over));
            var begun = System.nanoTime();
            inParallel(BAD_FRAMES, 8, number -> {
                var bad = BadFrame.all().get(number % BadFrame.all().size());
                try (var socket = RawSocket.openFrom(addressOf(number), scene.port())) {
                    socket.send(bad.bytes());
                    right.addAndGet(socket.readFarewell().code() == bad.closeCode() ? 1 : 0);
                }
            });
            var seconds = (System.nanoTime() - begun) / 1e9;
            over.set(true);
            var times = roundTrips.get();
            var p99 = times.get(times.size() * 99 / 100) / 1e6;
            System.out.printf(
                    "F62: %d bad frames, %.0f/s, close code right for %.1f %%, bystander p99 %.1f ms of %d%n",
                    BAD_FRAMES, BAD_FRAMES / seconds, 100.0 * right.get() / BAD_FRAMES, p99, times.size());
            assertThat(right.get()).isEqualTo(BAD_FRAMES);
            assertThat(p99).isLessThan(1000);
        }
    }

    /// Each from an address that has not been there for a while: one alone would be refused as too fast.
    private static String addressOf(int number) {
        return "127.0.%d.%d".formatted(1 + number / 250 % 250, 1 + number % 250);
    }

    @DisplayName("F63: a header that promises 2^63-1 bytes is refused before any of them")
    @Test
    void refusesAGiantHeader() throws Exception {
        var giant = ByteBuffer.allocate(14)
                .put((byte) 0x81)
                .put((byte) 0xff)
                .putLong(Long.MAX_VALUE)
                .putInt(0)
                .array();
        // What so many sockets take anyway, buffers coming in chunks, is not what a header costs.
        inParallel(AT_ONCE, AT_ONCE, number -> half("before-", number).close());
        var memory = new Memory();
        inParallel(AT_ONCE, AT_ONCE, number -> {
            try (var socket = half("giant-", number)) {
                socket.send(giant);
                expect(socket.readFarewell(), 4500, "4031 message_too_large");
                memory.look();
            }
        });
        System.out.printf("F63: %d giant headers, %s%n", AT_ONCE, memory);
        assertThat(memory.growth()).isLessThan(A_MESSAGE);
    }

    /// Every other socket has a session.
    private static RawSocket half(String name, int number) throws IOException {
        return number % 2 == 0 ? RawSocket.open(scene.port()) : play(name + number);
    }

    @DisplayName("F63: a message of many tiny frames is too large, whatever it adds up to")
    @Test
    void refusesTinyFragments() throws Exception {
        var fragments = new ByteArrayOutputStream();
        fragments.writeBytes(RawSocket.frame(1, new byte[] {' '}));
        for (var i = 0; i < 100_000; i++) {
            fragments.writeBytes(RawSocket.frame(0, new byte[] {' '}));
        }
        var memory = new Memory();
        inParallel(20, 20, number -> {
            try (var socket = play("tiny-" + number)) {
                sendWhatIsTaken(socket, fragments.toByteArray());
                expect(socket.readFarewell(), 4500, "4031 message_too_large");
                memory.look();
            }
        });
        System.out.printf("F63: 20 messages of 100001 one-byte frames, %s%n", memory);
        assertThat(memory.growth()).isLessThan(20 * A_MESSAGE);
    }

    @DisplayName("F64: compression is not agreed to, and a compressed frame is refused at its header")
    @Test
    void refusesAZipBomb() throws Exception {
        var bomb = RawSocket.frame(0xc1, bomb());
        var memory = new Memory();
        inParallel(AT_ONCE, AT_ONCE, number -> {
            var offer = "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits";
            try (var socket = number % 2 == 0 ? RawSocket.open(scene.port(), offer) : play("bomb-" + number)) {
                sendWhatIsTaken(socket, bomb);
                assertThat(socket.readFarewell().code()).isEqualTo(1002);
                memory.look();
            }
        });
        System.out.printf("F64: %d bombs of %d KB for 512 MB, %s%n", AT_ONCE, bomb.length >> 10, memory);
        assertThat(memory.growth()).isLessThan(AT_ONCE * A_MESSAGE / 10);
    }

    // The server may stop reading before all is sent.
    private static void sendWhatIsTaken(RawSocket socket, byte[] bytes) {
        Thread.startVirtualThread(() -> {
            try {
                socket.send(bytes);
            } catch (IOException e) {
                // Closed from the other side, as it should.
            }
        });
    }

    private static byte[] bomb() {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        var zeros = new byte[1 << 20];
        var out = new byte[1 << 20];
        var bomb = new ByteArrayOutputStream();
        for (var i = 0; i < 512; i++) {
            deflater.setInput(zeros);
            for (var n = deflater.deflate(out); n > 0; n = deflater.deflate(out)) {
                bomb.write(out, 0, n);
            }
        }
        deflater.end();
        return bomb.toByteArray();
    }

    private static RawSocket play(String player) throws IOException {
        var socket = RawSocket.open(scene.port());
        socket.sendText(Scene.hello(player, player));
        assertThat(socket.readText()).contains("server-hello");
        assertThat(socket.readText()).contains("session-started");
        return socket;
    }

    private static void expect(Farewell farewell, int code, String reason) {
        assertThat(farewell.code()).isEqualTo(code);
        assertThat(farewell.reason()).isEqualTo(reason);
        assertThat(farewell.texts().getLast()).contains("\"terminate\"").contains("\"code\":" + reason.substring(0, 4));
    }

    private static List<Long> roundTrips(RawSocket socket, AtomicBoolean over) throws IOException {
        List<Long> times = new ArrayList<>();
        while (!over.get()) {
            var begun = System.nanoTime();
            socket.sendText("{}");
            assertThat(socket.readText()).isEqualTo("{}");
            times.add(System.nanoTime() - begun);
        }
        Collections.sort(times);
        return times;
    }

    private interface Attempt {
        void run(int number) throws IOException;
    }

    private static void inParallel(int attempts, int threads, Attempt attempt)
            throws InterruptedException, ExecutionException {
        var next = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (var number = next.getAndIncrement(); number < attempts; number = next.getAndIncrement()) {
                attempt.run(number);
            }
            return null;
        };
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : pool.invokeAll(Collections.nCopies(threads, worker))) {
                done.get();
            }
        }
    }
}
