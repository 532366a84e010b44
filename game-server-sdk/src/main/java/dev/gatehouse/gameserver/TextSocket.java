package dev.gatehouse.gameserver;

import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One socket that carries texts: sends one after the other, in the order in which it is told, and hands on each that
/// has come whole. Safe to use from any thread.
final class TextSocket implements WebSocket.Listener {

    private static final int MAX_MESSAGE_CHARS = 256 * 1024;

    /// An end that takes nothing is not waited for.
    private static final long CLOSE_WITHIN_SECONDS = 5;

    private static final System.Logger LOG = System.getLogger(TextSocket.class.getName());

    private final Ear ear;
    private final StringBuilder partial = new StringBuilder(); // Only the socket's own callbacks touch it.
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null); // Guarded by this.
    private volatile @Nullable WebSocket socket;

    /// What a socket has to say. Called one after the other; must not block.
    interface Ear {

        void heard(String text);

        /// Called once, if the socket was open.
        ///
        /// @param reason as the other end gave it; empty where it gave none
        void closed(String reason);
    }

    TextSocket(Ear ear) {
        this.ear = ear;
    }

    boolean isOpen() {
        return socket != null;
    }

    /// Completes once it is sent, which says nothing of its being heard. Fails where the socket is not open.
    CompletableFuture<?> send(String text) {
        var current = socket;
        return current == null ? CompletableFuture.failedFuture(GameServerException.linkLost()) : send(current, text);
    }

    /// Tells the ear at once, and the other end after what was said before.
    void close() {
        var current = socket;
        end("");
        if (current != null) {
            var _ = lastSend()
                    .exceptionally(_ -> null)
                    .thenCompose(_ -> current.sendClose(WebSocket.NORMAL_CLOSURE, ""))
                    .orTimeout(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS)
                    .whenComplete((_, _) -> current.abort());
        }
    }

    /// A copy: a close that waits no longer fails nothing that was sent.
    private synchronized CompletableFuture<Object> lastSend() {
        return lastSend.thenApply(sent -> sent);
    }

    /// The JDK's socket takes one message at a time.
    private synchronized CompletableFuture<?> send(WebSocket to, String text) {
        var sent = lastSend.exceptionally(_ -> null).thenCompose(_ -> to.sendText(text, true));
        lastSend = sent;
        return sent;
    }

    @Override
    public void onOpen(WebSocket opened) {
        socket = opened;
        opened.request(1);
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        if (socket == null) {
            return null; // Closed: what is still on its way belongs to nobody.
        }
        partial.append(text);
        if (partial.length() > MAX_MESSAGE_CHARS) {
            from.abort();
            end("");
            return null;
        }
        if (last) {
            var message = partial.toString();
            partial.setLength(0);
            ear.heard(message);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        LOG.log(System.Logger.Level.INFO, "the link has closed: {0} {1}", status, reason);
        end(reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        LOG.log(System.Logger.Level.INFO, "the link has failed: {0}", failure.toString());
        end("");
    }

    private void end(String reason) {
        synchronized (this) {
            if (socket == null) {
                return;
            }
            socket = null;
        }
        ear.closed(reason);
    }
}
