package dev.gatehouse.launcher.demo;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.text.ParseException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Somebody who knows the wire contract and has no SDK.
final class Stranger {

    private static final int PATIENCE_SECONDS = 15;

    private final HttpClient http;
    private final URI connect;

    /// @param connect `ws://.../v1/connect`
    Stranger(HttpClient http, URI connect) {
        this.http = http;
        this.connect = connect;
    }

    /// How a socket ended.
    ///
    /// @param code of the `terminate` before the close; -1 if there was none
    record Ending(long code, int closeCode, String closeReason) {}

    /// Opens a socket and says `hello`.
    Visit open(Map<String, Object> hello) throws IOException, InterruptedException {
        var visit = new Visit();
        var socket = waitFor(
                http.newWebSocketBuilder().subprotocols("gatehouse.v1.json").buildAsync(connect, visit), "a socket");
        visit.socket = socket;
        waitFor(socket.sendText(JSONObjectUtils.toJSONString(hello), true), "its hello to be sent");
        return visit;
    }

    private static <T> T waitFor(Future<T> future, String what) throws IOException, InterruptedException {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new IOException("a stranger's socket failed", e.getCause());
        } catch (TimeoutException e) {
            throw new BrokenStoryException("a stranger waited in vain for " + what, e);
        }
    }

    /// One open socket.
    static final class Visit implements WebSocket.Listener, AutoCloseable {

        private final CompletableFuture<String> started = new CompletableFuture<>();
        private final CompletableFuture<Ending> ending = new CompletableFuture<>();
        private final StringBuilder partial = new StringBuilder();
        private volatile @Nullable WebSocket socket;
        private long terminated = -1;

        void awaitStart() throws IOException, InterruptedException {
            waitFor(started, "its session");
        }

        Ending awaitEnding() throws IOException, InterruptedException {
            return waitFor(ending, "the end of its socket");
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            partial.append(text);
            if (last) {
                heard(from, partial.toString());
                partial.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }

        private void heard(WebSocket from, String text) {
            Map<String, Object> message = read(text);
            if ("session-started".equals(message.get("type"))) {
                var _ = from.sendText("{\"type\":\"session-ready\"}", true);
                started.complete(text);
            } else if ("terminate".equals(message.get("type")) && message.get("code") instanceof Number code) {
                terminated = code.longValue();
            }
        }

        private static Map<String, Object> read(String text) {
            try {
                return JSONObjectUtils.parse(text);
            } catch (ParseException e) {
                throw new BrokenStoryException("the proxy said something that is not JSON", e);
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            ending.complete(new Ending(terminated, code, reason));
            started.completeExceptionally(new BrokenStoryException("closed with " + code + " " + reason));
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            started.completeExceptionally(error);
            ending.completeExceptionally(error);
        }

        @Override
        public void close() {
            if (socket != null) {
                socket.abort();
            }
        }
    }
}
