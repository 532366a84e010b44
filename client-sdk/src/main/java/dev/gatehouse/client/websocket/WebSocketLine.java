package dev.gatehouse.client.websocket;

import com.google.protobuf.ByteString;
import dev.gatehouse.client.transport.Socket;
import dev.gatehouse.client.transport.SocketListener;
import dev.gatehouse.client.transport.SocketLoss;
import dev.gatehouse.client.transport.SocketRequest;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// One WebSocket. The JDK wants one send at a time, so each waits for the one before; the queue is
/// bounded by bytes.
final class WebSocketLine implements Socket, WebSocket.Listener {

    /// A server that reads nothing for this long a queue is as good as gone.
    private static final long MAX_QUEUED_BYTES = 16L << 20;

    /// A server that does not take what was sent and answer the close within this is cut.
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(5);

    private final SocketRequest request;
    private final SocketListener listener;
    private final MessageParts parts;
    private final AtomicBoolean over = new AtomicBoolean();
    private final CompletableFuture<WebSocket> opened = new CompletableFuture<>();
    private CompletableFuture<WebSocket> lastSend = opened; // Guarded by this, as is queuedBytes.
    private long queuedBytes;

    WebSocketLine(SocketRequest request, SocketListener listener) {
        this.request = request;
        this.listener = listener;
        this.parts = new MessageParts(request.maxMessageBytes());
    }

    void open(HttpClient http) {
        var _ = http.newWebSocketBuilder()
                .connectTimeout(request.within())
                .subprotocols(request.encoding().subprotocol())
                .buildAsync(request.url(), this)
                .whenCompleteAsync(this::opened);
    }

    private void opened(@Nullable WebSocket socket, @Nullable Throwable failure) {
        if (failure != null || socket == null) {
            opened.cancel(false);
            lose(lossOf(failure));
        } else if (over.get()) {
            socket.abort();
        } else if (!request.encoding().subprotocol().equals(socket.getSubprotocol())) {
            socket.abort();
            lose(new SocketLoss.Broken("the server chose no subprotocol of ours"));
        } else {
            listener.opened();
            // Only from here on are messages asked for, so none can come before `opened`.
            socket.request(1);
            opened.complete(socket);
        }
    }

    @Override
    public void onOpen(WebSocket socket) {
        // Nothing is asked for yet: see opened.
    }

    @Override
    public synchronized void send(ByteString frame) {
        queuedBytes += frame.size();
        if (queuedBytes > MAX_QUEUED_BYTES) {
            var _ = CompletableFuture.runAsync(() -> breakOff("the server does not read"));
            return;
        }
        lastSend = lastSend.thenCompose(socket -> write(socket, frame));
        var _ = lastSend.whenCompleteAsync((_, failure) -> {
            sent(frame.size());
            if (failure != null) {
                breakOff("a send failed");
            }
        });
    }

    private CompletableFuture<WebSocket> write(WebSocket socket, ByteString frame) {
        return switch (request.encoding()) {
            case JSON -> socket.sendText(frame.toStringUtf8(), true);
            case PROTO -> socket.sendBinary(frame.asReadOnlyByteBuffer(), true);
        };
    }

    private synchronized void sent(int bytes) {
        queuedBytes -= bytes;
    }

    @Override
    public void close(int code, String reason) {
        if (over.compareAndSet(false, true)) {
            afterSends(socket -> {
                var _ = socket.sendClose(code, reason).whenComplete((_, failure) -> {
                    if (failure != null) {
                        socket.abort();
                    }
                });
            });
            CompletableFuture.delayedExecutor(CLOSE_GRACE.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::abort);
        }
    }

    private synchronized void afterSends(Consumer<WebSocket> last) {
        var _ = lastSend.thenAccept(last);
    }

    @Override
    public void drop() {
        over.set(true);
        abort();
    }

    private void abort() {
        var _ = opened.thenAccept(WebSocket::abort);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        take(socket, parts.add(part, last));
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
        take(socket, parts.add(part, last));
        return null;
    }

    private void take(WebSocket socket, MessageParts.Added added) {
        switch (added) {
            case MessageParts.Added.More _ -> socket.request(1);
            case MessageParts.Added.TooLarge _ -> {
                socket.abort();
                lose(new SocketLoss.TooLarge(request.maxMessageBytes()));
            }
            case MessageParts.Added.Whole(var message) -> {
                if (!over.get()) {
                    listener.received(message);
                }
                socket.request(1);
            }
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        lose(new SocketLoss.Closed(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        lose(lossOf(failure));
    }

    private void breakOff(String why) {
        abort();
        lose(new SocketLoss.Broken(why));
    }

    private void lose(SocketLoss loss) {
        if (over.compareAndSet(false, true)) {
            listener.lost(loss);
        }
    }

    private static SocketLoss lossOf(@Nullable Throwable failure) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return switch (cause) {
            case WebSocketHandshakeException refused -> Refusals.read(refused.getResponse());
            case HttpTimeoutException _ -> new SocketLoss.TimedOut();
            case SSLException untrusted -> TlsTrouble.read(untrusted);
            case GeneralSecurityException untrusted -> TlsTrouble.read(untrusted);
            case null -> new SocketLoss.Unexplained();
            case Throwable other -> new SocketLoss.Broken(other.getClass().getSimpleName());
        };
    }
}
