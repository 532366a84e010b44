package dev.gatehouse.gameserver;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.GameServerAnswer;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// One socket: matches answers to requests, and hands on what they and the notices come to, in the order in which the
/// service said it. Safe to use from any thread.
final class PartnerSocket implements TextSocket.Ear {

    /// So many requests are waited for at the same time, and more are refused; keep-alives are not among them.
    static final int MAX_OPEN_REQUESTS = 256;

    /// Where so many answers are owed, those included that nobody waits for any more, they will never come: another
    /// socket may do better.
    static final int MAX_OWED_ANSWERS = 1_024;

    private static final System.Logger LOG = System.getLogger(PartnerSocket.class.getName());
    private static final JsonCodec<GameServerRequest> REQUEST = JsonCodec.of(GameServerRequest.class);
    private static final JsonCodec<GameServerAnswer> ANSWER = JsonCodec.of(GameServerAnswer.class);
    private static final JsonCodec<GameServerNotice> NOTICE = JsonCodec.of(GameServerNotice.class);

    /// Until answered, however late: the service counts the server as told.
    private final Map<String, Asked> open = new ConcurrentHashMap<>();

    private final AtomicInteger waitedFor = new AtomicInteger(); // Without keep-alives.
    private final Ear ear;
    private final TextSocket socket = new TextSocket(this);

    /// What a socket has to say. Called one after the other; must not block.
    interface Ear {

        void notice(GameServerNotice notice);

        /// A request was done; called before whoever asked hears of it.
        ///
        /// @throws DecodeException if the answer is not what it must be
        void done(GameServerRequest request, JsonText value) throws DecodeException;

        /// Called once, if the socket was open.
        void closed(PartnerSocket socket);
    }

    private record Asked(GameServerRequest request, CompletableFuture<JsonText> answer) {}

    PartnerSocket(Ear ear) {
        this.ear = ear;
    }

    /// What is to be opened.
    TextSocket texts() {
        return socket;
    }

    boolean isOpen() {
        return socket.isOpen();
    }

    /// The value of the answer, or a [GameServerException].
    CompletableFuture<JsonText> ask(GameServerRequest request, Duration within) {
        if (request instanceof KeepAlive) {
            return send(request, within);
        }
        if (open.size() >= MAX_OWED_ANSWERS) {
            LOG.log(System.Logger.Level.WARNING, "the service does not answer: the link is opened anew");
            socket.close();
        }
        if (waitedFor.incrementAndGet() > MAX_OPEN_REQUESTS) {
            waitedFor.decrementAndGet();
            return CompletableFuture.failedFuture(GameServerException.linkLost());
        }
        return send(request, within).whenComplete((_, _) -> waitedFor.decrementAndGet());
    }

    private CompletableFuture<JsonText> send(GameServerRequest request, Duration within) {
        if (!socket.isOpen()) {
            return CompletableFuture.failedFuture(GameServerException.linkLost());
        }
        var answer = new CompletableFuture<JsonText>();
        open.put(request.id(), new Asked(request, answer));
        var _ = socket.send(REQUEST.encode(request)).whenComplete((_, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(GameServerException.linkLost());
            }
        });
        return answer.orTimeout(within.toMillis(), MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException ? timedOut(request, within) : failure));
    }

    /// Tells the ear, too.
    void close() {
        socket.close();
    }

    @Override
    public void heard(String message) {
        try {
            var answer = ANSWER.decode(message);
            if (answer.id().isEmpty() && answer.error() == null) {
                // Not an answer: those have an id, or say what was wrong.
                ear.notice(NOTICE.decode(message));
                return;
            }
            var asked = open.remove(answer.id());
            if (asked != null) {
                complete(asked, answer);
            }
        } catch (DecodeException e) {
            // A newer service may say what this SDK does not know.
            LOG.log(System.Logger.Level.WARNING, "a message was passed over: {0}", e.getMessage());
        }
    }

    private void complete(Asked asked, GameServerAnswer answer) {
        var error = answer.error();
        if (!answer.ok()) {
            asked.answer()
                    .completeExceptionally(
                            error == null ? GameServerException.linkLost() : GameServerException.of(error));
            return;
        }
        var value = answer.value() == null ? JsonText.EMPTY_OBJECT : answer.value();
        try {
            ear.done(asked.request(), value);
            asked.answer().complete(value);
        } catch (DecodeException e) {
            asked.answer()
                    .completeExceptionally(new GameServerException(
                            PartnerError.MALFORMED.code(), "the answer is not what it must be", false, e));
        }
    }

    @Override
    public void closed(String reason) {
        open.values().forEach(asked -> asked.answer().completeExceptionally(GameServerException.linkLost()));
        open.clear();
        ear.closed(this);
    }

    private static GameServerException timedOut(GameServerRequest request, Duration within) {
        return new GameServerException(
                GameServerException.TIMEOUT,
                request.getClass().getSimpleName() + " was not answered within " + within,
                true);
    }
}
