package dev.gatehouse.proxy.scene;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client that knows the contract and nothing of this suite's code: the JDK's WebSocket and a JSON parser.
public final class TestClient implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();
    private final BlockingQueue<byte[]> binaries = new LinkedBlockingQueue<>();
    private final BlockingQueue<ByteBuffer> pongs = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final boolean reading;
    private final WebSocket socket;

    private TestClient(int port, UnaryOperator<WebSocket.Builder> upgrade, boolean reading) {
        this.reading = reading;
        this.socket = upgrade.apply(HTTP.newWebSocketBuilder())
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/v1/connect?token=ignored"), new Listener())
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    public static TestClient connect(int port) {
        return new TestClient(port, it -> it, true);
    }

    public static TestClient connect(int port, UnaryOperator<WebSocket.Builder> upgrade) {
        return new TestClient(port, upgrade, true);
    }

    /// One that reads the first messages and nothing after them.
    public static TestClient thatStopsReading(int port) {
        return new TestClient(port, it -> it, false);
    }

    public String subprotocol() {
        return socket.getSubprotocol();
    }

    public void send(String text) {
        socket.sendText(text, true).join();
    }

    public void send(byte[] bytes) {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
    }

    /// The next message, which must be of this type.
    public JsonNode expect(String type) throws InterruptedException {
        var message = JSON.readTree(next());
        if (!message.path("type").asString("").equals(type)) {
            throw new AssertionError("got " + message + " (expected: " + type + ")");
        }
        return message;
    }

    public String next() throws InterruptedException {
        return inTime(texts.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    public byte[] nextBinary() throws InterruptedException {
        return inTime(binaries.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    /// Close code and reason, once the socket is closed.
    public String closed() {
        return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /// Waits until the other end has read everything that was sent.
    public void awaitRead() throws InterruptedException {
        socket.sendPing(ByteBuffer.allocate(0)).join();
        inTime(pongs.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    }

    /// Closes properly, for good.
    public void leave() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }

    /// Reads on after all, for one that stopped.
    public void readOn() {
        socket.request(Long.MAX_VALUE);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private static <T> T inTime(@Nullable T message) {
        if (message == null) {
            throw new AssertionError("no message in " + PATIENCE);
        }
        return message;
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public void onOpen(WebSocket opened) {
            opened.request(reading ? Long.MAX_VALUE : 2);
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                texts.add(text.toString());
                text.setLength(0);
            }
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer part, boolean last) {
            var bytes = new byte[part.remaining()];
            part.get(bytes);
            binaries.add(bytes);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPong(WebSocket from, ByteBuffer message) {
            pongs.add(message);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.complete(code + " " + reason);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed.completeExceptionally(failure);
        }
    }
}
