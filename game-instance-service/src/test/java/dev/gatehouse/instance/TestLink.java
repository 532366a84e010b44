package dev.gatehouse.instance;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.model.partner.PartnerHeaders;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A partner's socket without the SDK: says what a test wants, and keeps what comes.
final class TestLink implements WebSocket.Listener, AutoCloseable {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    /// A game server's, with the pair of this configuration.
    TestLink(HttpClient from, GameServerConfiguration with) {
        socket = from.newWebSocketBuilder()
                .header("Authorization", "Bearer " + with.gameToken())
                .header(PartnerHeaders.SOCIAL_TOKEN, with.socialToken())
                .buildAsync(with.partnerUrl().resolve(PartnerHeaders.LINK_PATH), this)
                .join();
    }

    /// A pool server's, with this key.
    TestLink(HttpClient from, URI partnerUrl, String key) {
        socket = from.newWebSocketBuilder()
                .header("Authorization", "Bearer " + key)
                .buildAsync(partnerUrl.resolve(PartnerHeaders.POOL_PATH), this)
                .join();
    }

    void say(String text) {
        socket.sendText(text, true).join();
    }

    /// Says a request of id 1, and hears its answer.
    ///
    /// @throws IllegalStateException where it is refused
    void ask(String request) throws InterruptedException, TimeoutException {
        say(request);
        var answer = hear();
        while (!answer.contains("\"id\":\"1\"")) {
            answer = hear();
        }
        if (!answer.contains("\"ok\":true")) {
            throw new IllegalStateException(request + " was answered " + answer);
        }
    }

    /// The next message, whatever it is.
    String hear() throws InterruptedException, TimeoutException {
        var message = heard.poll(ServiceUnderTest.SOON.toSeconds(), TimeUnit.SECONDS);
        if (message == null) {
            throw new TimeoutException("nothing was heard");
        }
        return message;
    }

    /// Completes with the reason of the close.
    CompletableFuture<String> closed() {
        return closed;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        partial.append(text);
        if (last) {
            heard.add(partial.toString());
            partial.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        closed.completeExceptionally(failure);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
