package dev.gatehouse.gameserver;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.partner.GameServerNotice;
import dev.gatehouse.model.partner.GameServerNotice.PlayerLeft;
import dev.gatehouse.model.partner.GameServerNotice.PlayersAdded;
import dev.gatehouse.model.partner.GameServerNotice.ReconnectDeclined;
import dev.gatehouse.model.partner.GameServerNotice.Refresh;
import dev.gatehouse.model.partner.GameServerNotice.Terminate;
import dev.gatehouse.model.partner.GameServerNotice.Updated;
import dev.gatehouse.model.partner.GameServerRequest;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import dev.gatehouse.model.partner.GameServerRequest.CreateInstance;
import dev.gatehouse.model.partner.GameServerRequest.Drain;
import dev.gatehouse.model.partner.GameServerRequest.End;
import dev.gatehouse.model.partner.GameServerRequest.KeepAlive;
import dev.gatehouse.model.partner.GameServerRequest.Link;
import dev.gatehouse.model.partner.GameServerRequest.PlayerEvent;
import dev.gatehouse.model.partner.GameServerRequest.RemovePlayers;
import dev.gatehouse.model.partner.GameServerRequest.UpdateInstance;
import dev.gatehouse.model.partner.GameServerRequest.UpdatePlayer;
import dev.gatehouse.model.partner.GameServerRequest.VerifyTicket;
import dev.gatehouse.model.partner.LinkedInstance;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.ServerView;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A server's link, whatever becomes of its sockets: once the server has linked, a lost socket is opened and linked
/// again, until the service says that there is nothing left to link to or does not answer for long. Says over and over
/// that the server is well. Safe to use from any thread.
final class ServerLink implements PartnerSocket.Ear {

    /// How long a request waits for its answer, and before that for a link that is being opened again.
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(ServerLink.class.getName());
    private static final JsonCodec<LinkedInstance> LINKED = JsonCodec.of(LinkedInstance.class);

    private final Opener opener;
    private final Changes changes;
    private final ScheduledExecutorService timer;
    private final Backoff backoff;
    private final String run;
    private final AtomicLong lastId = new AtomicLong();
    private final OpenRequests requests = new OpenRequests();
    private volatile GameServerConfiguration configuration;

    /// Of the socket that requests go to. Guarded by this, as is everything below.
    private CompletableFuture<PartnerSocket> live;

    private @Nullable PartnerSocket current; // Absent while there is none.
    private @Nullable Place place; // Absent before the server has linked.
    private boolean isOver; // Nothing is opened again.

    /// Opens a socket with both tokens.
    interface Opener {

        /// Blocks until it is open.
        ///
        /// @throws GameServerException if it cannot be opened
        void open(GameServerConfiguration configuration, PartnerSocket socket);
    }

    /// Where players reach the server.
    private record Place(String host, int port, int capacity) {}

    /// Opens the first socket.
    ///
    /// @param timer runs one thing at a time, and may be blocked for a while
    /// @param chance unpredictable: tells this process from whoever else may have its tokens
    /// @throws GameServerException if it cannot be opened
    ServerLink(
            GameServerConfiguration configuration,
            Opener opener,
            Changes changes,
            ScheduledExecutorService timer,
            RandomGenerator chance) {
        this.configuration = configuration;
        this.opener = opener;
        this.changes = changes;
        this.timer = timer;
        this.backoff = new Backoff(chance);
        this.run = ProcessRun.named(chance);
        var socket = new PartnerSocket(this);
        current = socket;
        live = CompletableFuture.completedFuture(socket);
        opener.open(configuration, socket);
    }

    /// With the newest pair of tokens.
    GameServerConfiguration configuration() {
        return configuration;
    }

    InstanceId instance() {
        return configuration.instanceId();
    }

    String nextId() {
        return Long.toString(lastId.incrementAndGet());
    }

    /// Takes the instance over, and from now on keeps the link.
    CompletableFuture<LinkedInstance> link(String host, int port, int capacity) {
        var at = new Place(host, port, capacity);
        return ask(request(at)).thenApply(_ -> {
            var linked = changes.now().instance();
            keep(at, Duration.ofMillis(linked.keepAliveMillis()));
            return linked;
        });
    }

    /// The value of the answer, or a [GameServerException].
    CompletableFuture<JsonText> ask(GameServerRequest request) {
        return requests.ask(() -> send(request));
    }

    /// Refuses whatever is asked from now on, waits for the answers to what was asked before, and then ends the
    /// instance. Before the server has linked, that is all.
    ///
    /// @return fails where the service could not be told
    CompletableFuture<Void> leave(String why) {
        var answered = requests.close();
        return hasLinked()
                ? answered.thenCompose(_ -> send(new End(nextId(), instance(), why)))
                        .<Void>thenApply(_ -> null)
                        .exceptionallyCompose(ServerLink::unlessOver)
                : answered;
    }

    /// An instance that is over was not to be ended any more.
    private static CompletableFuture<Void> unlessOver(Throwable failure) {
        var why = GameServerException.causeOf(failure);
        return why.error().filter(PartnerError.INSTANCE_OVER::equals).isPresent()
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(why);
    }

    private CompletableFuture<JsonText> send(GameServerRequest request) {
        return live().orTimeout(ANSWER_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        failure instanceof TimeoutException ? GameServerException.linkLost() : failure))
                .thenCompose(socket -> socket.ask(request, ANSWER_WITHIN));
    }

    void close() {
        var socket = finish();
        timer.shutdownNow();
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public void notice(GameServerNotice notice) {
        switch (notice) {
            case Refresh refresh -> configuration = configuration.with(refresh);
            case Terminate(var _, var why) -> over(why);
            case PlayersAdded _, PlayerLeft _, ReconnectDeclined _, Updated _, GameServerNotice.Drain _ ->
                changes.update(now -> now.with(ServerView.after(now.instance(), notice)));
        }
    }

    @Override
    public void done(GameServerRequest request, JsonText value) throws DecodeException {
        switch (request) {
            case Link _ -> changes.linked(LINKED.decode(value.text()));
            case End(var _, var _, var why) -> over(why);
            case ConnectPlayers _, RemovePlayers _, UpdateInstance _ -> changes.done(request, value);
            case VerifyTicket _, UpdatePlayer _, PlayerEvent _, KeepAlive _, CreateInstance _, Drain _ -> {}
        }
    }

    @Override
    public synchronized void closed(PartnerSocket socket) {
        if (socket != current) {
            return;
        }
        current = null;
        changes.update(GameServer::unlinked);
        if (isOver || place == null) {
            live = CompletableFuture.failedFuture(GameServerException.linkGone());
        } else {
            live = new CompletableFuture<>();
            openLater(place, 0);
        }
    }

    private synchronized void keep(Place at, Duration keepAlive) {
        if (place == null) {
            var _ = timer.scheduleAtFixedRate(
                    () -> beat(keepAlive), keepAlive.toMillis(), keepAlive.toMillis(), TimeUnit.MILLISECONDS);
        }
        place = at;
    }

    private void beat(Duration keepAlive) {
        var socket = current();
        if (socket == null) {
            return;
        }
        var _ = socket.ask(new KeepAlive(nextId(), instance()), keepAlive).whenComplete((_, failure) -> {
            if (failure == null) {
                return;
            }
            var why = GameServerException.causeOf(failure);
            if (why.isFinal()) {
                over(why.code());
            } else if (why.endsALink()) {
                LOG.log(System.Logger.Level.INFO, "the link is opened anew: {0}", why.code());
                socket.close();
            }
        });
    }

    private synchronized void openLater(Place at, int attempt) {
        if (isOver) {
            return;
        }
        var _ = timer.schedule(() -> open(at, attempt), backoff.millisBefore(attempt), TimeUnit.MILLISECONDS);
    }

    private void open(Place at, int attempt) {
        var socket = new PartnerSocket(this);
        try {
            opener.open(configuration, socket);
            socket.ask(request(at), ANSWER_WITHIN).join();
            adopt(socket);
        } catch (RuntimeException e) {
            socket.close();
            var why = GameServerException.causeOf(e);
            if (why.isFinal() || attempt == Backoff.LAST_ATTEMPT) {
                over(why.code());
            } else {
                openLater(at, attempt + 1);
            }
        }
    }

    private void adopt(PartnerSocket socket) {
        CompletableFuture<PartnerSocket> waiting;
        synchronized (this) {
            if (isOver) {
                socket.close();
                return;
            }
            current = socket;
            waiting = live;
        }
        LOG.log(System.Logger.Level.INFO, "linked again");
        waiting.complete(socket);
        if (!socket.isOpen()) {
            closed(socket);
        }
    }

    private void over(String why) {
        finish();
        changes.update(now -> now.over(why));
    }

    /// @return the socket that is left
    private synchronized @Nullable PartnerSocket finish() {
        isOver = true;
        if (current == null) {
            live.completeExceptionally(GameServerException.linkGone());
        }
        return current;
    }

    private synchronized boolean hasLinked() {
        return place != null;
    }

    private synchronized @Nullable PartnerSocket current() {
        return current;
    }

    /// A copy, so that whoever waits no longer does not end it for others.
    private synchronized CompletableFuture<PartnerSocket> live() {
        return live.copy();
    }

    private Link request(Place at) {
        return new Link(nextId(), instance(), at.host(), at.port(), at.capacity(), run);
    }
}
