package dev.gatehouse.gameserver;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.JsonCodec;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.schema.JsonText;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One open socket: matches answers to requests and hands notices on. Safe to use from any thread; what it
/// calls back must not block.
final class PartnerSocket implements WebSocket.Listener {

    /// More unanswered requests than this are refused: the service has stopped answering.
    private static final int MAX_OPEN_REQUESTS = 256;

    private static final int MAX_MESSAGE_CHARS = 256 * 1024;
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final System.Logger LOG = System.getLogger(PartnerSocket.class.getName());
    private static final JsonCodec<GameServerRequest> REQUEST = JsonCodec.of(GameServerRequest.class);
    private static final JsonCodec<GameServerAnswer> ANSWER = JsonCodec.of(GameServerAnswer.class);
    private static final JsonCodec<GameServerNotice> NOTICE = JsonCodec.of(GameServerNotice.class);

    private final Map<String, CompletableFuture<JsonText>> open = new ConcurrentHashMap<>();
    private final Consumer<GameServerNotice> notices;
    private final Runnable closed;
    private final StringBuilder partial = new StringBuilder(); // Only the socket's own callbacks touch it.
    private CompletableFuture<?> lastSend = CompletableFuture.completedFuture(null); // Guarded by this.
    private volatile @Nullable WebSocket socket;

    PartnerSocket(Consumer<GameServerNotice> notices, Runnable closed) {
        this.notices = notices;
        this.closed = closed;
    }

    /// The value of the answer, or a [GameServerException].
    CompletableFuture<JsonText> ask(GameServerRequest request) {
        var answer = new CompletableFuture<JsonText>();
        var current = socket;
        if (current == null || open.size() >= MAX_OPEN_REQUESTS) {
            answer.completeExceptionally(lost());
            return answer;
        }
        open.put(request.id(), answer);
        var _ = send(current, REQUEST.encode(request)).whenComplete((_, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(lost());
            }
        });
        return answer.orTimeout(ANSWER_WITHIN.toMillis(), MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException ? timedOut(request) : failure))
                .whenComplete((_, _) -> open.remove(request.id()));
    }

    void close() {
        var current = socket;
        end();
        if (current != null) {
            var _ = current.sendClose(WebSocket.NORMAL_CLOSURE, "").whenComplete((_, _) -> current.abort());
        }
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
        partial.append(text);
        if (partial.length() > MAX_MESSAGE_CHARS) {
            from.abort();
            end();
            return null;
        }
        if (last) {
            var message = partial.toString();
            partial.setLength(0);
            receive(message);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        LOG.log(System.Logger.Level.INFO, "the link has closed: {0} {1}", status, reason);
        end();
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        LOG.log(System.Logger.Level.INFO, "the link has failed: {0}", failure.toString());
        end();
    }

    private void receive(String message) {
        try {
            var answer = ANSWER.decode(message);
            if (answer.id().isEmpty() && answer.error() == null) {
                // Not an answer: those have an id, or say what was wrong.
                notices.accept(NOTICE.decode(message));
                return;
            }
            var asked = open.get(answer.id());
            if (asked != null) {
                complete(asked, answer);
            }
        } catch (DecodeException e) {
            // A newer service may say what this SDK does not know.
            LOG.log(System.Logger.Level.WARNING, "a message was passed over: {0}", e.getMessage());
        }
    }

    private static void complete(CompletableFuture<JsonText> asked, GameServerAnswer answer) {
        var error = answer.error();
        if (answer.ok()) {
            asked.complete(answer.value() == null ? JsonText.EMPTY_OBJECT : answer.value());
        } else {
            asked.completeExceptionally(error == null ? lost() : GameServerException.of(error));
        }
    }

    private void end() {
        if (socket == null) {
            return;
        }
        socket = null;
        open.values().forEach(answer -> answer.completeExceptionally(lost()));
        closed.run();
    }

    private static GameServerException lost() {
        return new GameServerException(GameServerException.LINK_LOST, "the link is not open", true);
    }

    private static GameServerException timedOut(GameServerRequest request) {
        return new GameServerException(
                GameServerException.TIMEOUT,
                request.getClass().getSimpleName() + " was not answered within " + ANSWER_WITHIN,
                true);
    }
}
