package dev.gatehouse.gameserver;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PoolOrder;
import dev.gatehouse.model.partner.PoolOrder.Allocate;
import dev.gatehouse.model.partner.PoolOrder.Describe;
import dev.gatehouse.model.partner.PoolOrder.Heard;
import dev.gatehouse.model.partner.PoolOrder.Release;
import dev.gatehouse.model.partner.PoolServerMessage;
import dev.gatehouse.model.partner.PoolServerMessage.Answer;
import dev.gatehouse.model.partner.PoolServerMessage.Ended;
import dev.gatehouse.model.partner.PoolServerMessage.Join;
import dev.gatehouse.model.partner.PoolServerMessage.Outcome;
import dev.gatehouse.model.partner.PoolServerMessage.Report;
import dev.gatehouse.model.partner.PooledServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A pool server's link, whatever becomes of its sockets: a lost one is opened and joined again, for as long as it
/// takes. Reports over and over what runs here, carries out what is ordered. Safe to use from any thread.
final class PoolLink {

    private static final long HEARD_WITHIN_MILLIS = 10_000;

    private static final System.Logger LOG = System.getLogger(PoolLink.class.getName());
    private static final JsonCodec<PoolServerMessage> MESSAGE = JsonCodec.of(PoolServerMessage.class);
    private static final JsonCodec<PoolOrder> ORDER = JsonCodec.of(PoolOrder.class);

    private final Identity identity;
    private final PooledServers servers;
    private final Opener opener;
    private final ScheduledExecutorService timer;
    private final Backoff backoff;
    private final AtomicLong lastId = new AtomicLong();
    private volatile @Nullable Line current; // Absent before the first one; may have closed.
    private boolean isOver; // Guarded by this.

    /// Opens a socket with the pool's key.
    interface Opener {

        /// Blocks until it is open.
        ///
        /// @throws GameServerException if it cannot be opened
        void open(TextSocket socket);
    }

    /// Who joins.
    record Identity(String name, String run) {}

    /// @param timer runs one thing at a time, and may be blocked for a while
    PoolLink(
            Identity identity,
            Function<BiConsumer<PooledServer, String>, PooledServers> servers,
            Opener opener,
            ScheduledExecutorService timer,
            RandomGenerator random) {
        this.identity = identity;
        this.servers = servers.apply(this::ended);
        this.opener = opener;
        this.timer = timer;
        this.backoff = new Backoff(random);
    }

    PooledServers servers() {
        return servers;
    }

    /// Joins, and from now on keeps the link. Blocks.
    ///
    /// @throws GameServerException if that fails the first time
    void join() {
        open();
    }

    /// Has room for so many from now on, and says so.
    void offer(int places) {
        servers.offer(places);
        report();
    }

    /// Takes no more, and has those that run end. Blocks until they have, or for so long.
    void leave(Duration within) {
        offer(0);
        servers.end();
        servers.idle()
                .completeOnTimeout(null, within.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /// Says what is so now, where there is a link; where there is none, the next join says it.
    void report() {
        var line = current;
        if (line != null) {
            line.report();
        }
    }

    void close() {
        @Nullable Line line;
        synchronized (this) {
            isOver = true;
            timer.shutdownNow();
            line = current;
        }
        if (line != null) {
            line.socket.close();
        }
    }

    private void ended(PooledServer server, String why) {
        var line = current;
        if (line != null) {
            line.say(new Ended(server.serverId(), server.instanceId(), why));
        }
    }

    private void open() {
        var line = new Line();
        try {
            opener.open(line.socket);
            adopt(line);
            servers.report(line::join);
            line.joined.orTimeout(HEARD_WITHIN_MILLIS, TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            line.socket.close();
            throw e.getCause() instanceof TimeoutException ? timedOut() : GameServerException.causeOf(e);
        }
    }

    private synchronized void adopt(Line line) {
        current = line;
        if (isOver) {
            line.socket.close();
        }
    }

    private synchronized void openLater(int attempt) {
        if (!isOver) {
            var _ = timer.schedule(() -> openAgain(attempt), backoff.millisBefore(attempt), TimeUnit.MILLISECONDS);
        }
    }

    private void openAgain(int attempt) {
        try {
            open();
            LOG.log(System.Logger.Level.INFO, "joined the pool again");
        } catch (GameServerException e) {
            LOG.log(System.Logger.Level.INFO, "the pool is not joined again yet: {0}", e.code());
            openLater(Math.min(attempt + 1, Backoff.LAST_ATTEMPT));
        }
    }

    private String nextId() {
        return Long.toString(lastId.incrementAndGet());
    }

    private static GameServerException timedOut() {
        return new GameServerException(GameServerException.TIMEOUT, "the pool did not answer", true);
    }

    /// One socket, from its join to its end.
    private final class Line implements TextSocket.Ear {

        private final TextSocket socket = new TextSocket(this);
        private final CompletableFuture<Void> joined = new CompletableFuture<>();
        private final AtomicInteger unheard = new AtomicInteger();

        private void say(PoolServerMessage message) {
            // What is lost with the socket is said by the next join.
            var _ = socket.send(MESSAGE.encode(message));
        }

        private void join(int places, List<PooledServer> running) {
            say(new Join(nextId(), identity.name(), identity.run(), places, running));
        }

        private void report() {
            servers.report((places, running) -> say(new Report(nextId(), places, running)));
        }

        private void beat(long everyMillis, int misses) {
            if (!socket.isOpen()) {
                return;
            }
            if (unheard.getAndIncrement() == misses) {
                LOG.log(System.Logger.Level.INFO, "nobody hears on the pool link: it is opened anew");
                socket.close();
                return;
            }
            report();
            beatLater(everyMillis, misses);
        }

        @Override
        public void heard(String text) {
            try {
                carryOut(ORDER.decode(text));
            } catch (DecodeException e) {
                // A newer service may say what this SDK does not know.
                LOG.log(System.Logger.Level.WARNING, "an order was passed over: {0}", e.getMessage());
            }
        }

        private void carryOut(PoolOrder order) {
            switch (order) {
                case Heard(var _, var reportMillis, var misses) -> {
                    unheard.set(0);
                    if (joined.complete(null)) {
                        beatLater(reportMillis, misses);
                    }
                }
                case Allocate allocate -> allocate(allocate);
                case Describe(var id, var server, var _) -> servers.describe(server, outcome -> answer(id, outcome));
                case Release(var id, var server) -> servers.release(server, outcome -> answer(id, outcome));
            }
        }

        private void allocate(Allocate order) {
            try {
                var configuration = new GameServerConfiguration(
                        URI.create(order.partnerUrl()),
                        order.socialToken(),
                        order.gameToken(),
                        order.instanceId(),
                        order.serverId());
                servers.allocate(configuration, outcome -> answer(order.id(), outcome));
            } catch (IllegalArgumentException e) {
                LOG.log(System.Logger.Level.WARNING, "an order cannot be carried out: {0}", e.getMessage());
                answer(order.id(), Outcome.REFUSED);
            }
        }

        private void answer(String id, Outcome outcome) {
            say(new Answer(id, outcome));
        }

        @Override
        public void closed(String reason) {
            joined.completeExceptionally(
                    PartnerError.of(reason).map(GameServerException::of).orElseGet(GameServerException::linkLost));
            if (!joined.isCompletedExceptionally()) {
                openLater(0);
            }
        }

        private void beatLater(long everyMillis, int misses) {
            synchronized (PoolLink.this) {
                if (!isOver) {
                    var _ = timer.schedule(() -> beat(everyMillis, misses), everyMillis, TimeUnit.MILLISECONDS);
                }
            }
        }
    }
}
