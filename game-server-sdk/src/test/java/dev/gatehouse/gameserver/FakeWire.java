package dev.gatehouse.gameserver;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A socket of texts whose other end is in the test: what is said on it is taken on the calling thread.
final class FakeWire implements WebSocket {

    private final Listener ear;
    private final BiConsumer<FakeWire, String> said;
    private @Nullable Integer closedWith;

    /// Opens it.
    FakeWire(Listener ear, BiConsumer<FakeWire, String> said) {
        this.ear = ear;
        this.said = said;
        ear.onOpen(this);
    }

    void hears(String text) {
        ear.onText(this, text, true);
    }

    /// The other end closes it, or it breaks.
    void close(String reason) {
        ear.onClose(this, 1006, reason);
    }

    /// The code with which this end was closed; empty while it is open.
    Optional<Integer> closedWith() {
        return Optional.ofNullable(closedWith);
    }

    @Override
    public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
        said.accept(this, data.toString());
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
        throw new AssertionError("the link is text");
    }

    @Override
    public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
        throw new AssertionError("the link has its own keep-alive");
    }

    @Override
    public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
        throw new AssertionError("the link has its own keep-alive");
    }

    @Override
    public CompletableFuture<WebSocket> sendClose(int statusCode, String reason) {
        closedWith = statusCode;
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void request(long n) {
        // It says what it says.
    }

    @Override
    public String getSubprotocol() {
        return "";
    }

    @Override
    public boolean isOutputClosed() {
        return false;
    }

    @Override
    public boolean isInputClosed() {
        return false;
    }

    @Override
    public void abort() {
        // Nothing is held.
    }
}
