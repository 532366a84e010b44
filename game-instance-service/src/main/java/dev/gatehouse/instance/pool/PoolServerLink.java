package dev.gatehouse.instance.pool;

import dev.gatehouse.instance.pool.OrderReply.Undelivered;
import dev.gatehouse.model.id.ServerId;
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
import dev.gatehouse.provider.Exit;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.registry.pool.PoolServerState;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One pool server's link to this node. Notes in the roster what the pool server says, in the order
/// in which it says it and before whoever asked hears of it. What it says is taken one at a time,
/// and may block; all else may be called from any thread.
public final class PoolServerLink {

    /// More orders are not given while somebody waits for the answers to so many: the pool server has stopped
    /// answering.
    private static final int MOST_OPEN_ORDERS = PoolServerMessage.MAX_PLACES;

    /// So many orders for which nobody waits any more are still known when their answers come. What is noted too
    /// little, the next report says.
    private static final int MOST_LATE_ORDERS = PoolServerMessage.MAX_PLACES;

    private final Pool pool;
    private final String id;
    private final Line line;
    private final LongSupplier nanos;
    private final Map<String, Given> open = new ConcurrentHashMap<>(); // Those whose answers are waited for.
    private final Map<String, PoolOrder> late = Collections.synchronizedMap(new LastOrders());
    private volatile @Nullable Join joined;
    private volatile long heardAt; // By the monotonic clock.
    private volatile boolean isClosed;

    /// The way to the pool server. Must not block for long.
    public interface Line {

        /// What cannot be said closes the link.
        void say(PoolOrder order);

        void close(PartnerError why);
    }

    private record Given(PoolOrder order, CompletableFuture<OrderReply> reply) {}

    private static final class LastOrders extends LinkedHashMap<String, PoolOrder> {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PoolOrder> eldest) {
            return size() > MOST_LATE_ORDERS;
        }
    }

    /// @param id names this connection of this node
    /// @param nanos a monotonic clock
    public PoolServerLink(Pool pool, String id, Line line, LongSupplier nanos) {
        this.pool = pool;
        this.id = id;
        this.line = line;
        this.nanos = nanos;
        this.heardAt = nanos.getAsLong();
    }

    /// @return whether it has joined by now
    public boolean take(PoolServerMessage message) {
        heardAt = nanos.getAsLong();
        var member = joined;
        if (message instanceof Join join && member == null) {
            join(join);
        } else if (message instanceof Join) {
            line.close(PartnerError.WRONG_STATE);
        } else if (member == null) {
            line.close(PartnerError.NOT_LINKED);
        } else {
            take(member, message);
        }
        return joined != null;
    }

    /// Gives an order to the pool server.
    ///
    /// @param order any but [Heard]
    /// @return [Undelivered] where it is not said at all; fails with [ProviderException] where the
    ///     link closes before the answer, and waits for as long as it is open; to be cancelled by
    ///     whoever waits no longer
    public CompletableFuture<OrderReply> ask(PoolOrder order) {
        var given = new Given(order, new CompletableFuture<>());
        if (open.size() >= MOST_OPEN_ORDERS) {
            return CompletableFuture.completedFuture(
                    new Undelivered("orders without an answer: " + open.size() + " (expected: fewer)"));
        }
        open.put(order.id(), given);
        if (isClosed) {
            open.remove(order.id());
            given.reply().complete(new Undelivered("the pool server's link has closed"));
        } else {
            line.say(order);
        }
        var answer = given.reply().copy();
        var _ = answer.whenComplete((_, _) -> {
            if (answer.isCancelled()) {
                nobodyWaits(order);
            }
        });
        return answer;
    }

    /// An answer that comes meanwhile finds the order in one place or in the other.
    private void nobodyWaits(PoolOrder order) {
        late.put(order.id(), order);
        if (open.remove(order.id()) == null) {
            late.remove(order.id());
        }
    }

    /// How long a pool server that is well may take for its answer, unless it ends a game server.
    Duration soon() {
        return pool.rules().soon();
    }

    /// An answer takes longer than that: until the next report others are asked first.
    void isLateWith(PoolOrder order) {
        var member = joined;
        // A game server ends when its game does.
        if (member != null && !(order instanceof Release)) {
            pool.doubt(member.name());
        }
    }

    /// To be called once it has closed.
    public void closed() {
        isClosed = true;
        open.values().forEach(PoolServerLink::fail);
        open.clear();
        var member = joined;
        if (member != null) {
            pool.remove(member.name(), this);
            pool.roster().closeLink(member.name(), id);
        }
    }

    /// Another link has taken its place.
    void supersede() {
        line.close(PartnerError.ALREADY_LINKED);
    }

    void endIfSilent() {
        if (nanos.getAsLong() - heardAt > pool.rules().lifetime().toNanos()) {
            line.close(PartnerError.NOT_LINKED);
        }
    }

    private void join(Join join) {
        var doubles = pool.roster()
                .join(state(join, join.places(), join.servers()), pool.rules().lifetime());
        if (doubles.isEmpty()) {
            line.close(PartnerError.ALREADY_LINKED);
            return;
        }
        joined = join;
        pool.add(join.name(), this);
        heard(join.id(), doubles.get());
    }

    private void take(Join member, PoolServerMessage message) {
        switch (message) {
            case Join _ -> throw new IllegalStateException("a second join");
            case Report(var said, var places, var servers) ->
                pool.roster()
                        .report(state(member, places, servers), pool.rules().lifetime())
                        .ifPresentOrElse(doubles -> heard(said, doubles), this::supersede);
            case Answer(var order, var outcome) -> {
                var given = open.remove(order);
                var forgotten = late.remove(order);
                if (given != null) {
                    answered(member, given, outcome);
                } else if (forgotten != null) {
                    note(member.name(), forgotten, outcome);
                }
            }
            case Ended(var server, var instance, var why) -> {
                // Of others' game servers it has nothing to say.
                if (pool.roster().free(member.name(), server, false)) {
                    pool.exited(new Exit(server, instance, "by its pool server's word: " + why));
                }
            }
        }
    }

    private PoolServerState state(Join member, int places, List<PooledServer> servers) {
        return new PoolServerState(member.name(), member.run(), id, pool.address(), places, servers);
    }

    /// @param doubles what another pool server runs by now, as this one was thought to be gone
    private void heard(String said, List<ServerId> doubles) {
        line.say(new Heard(
                said, pool.rules().reportEvery().toMillis(), pool.rules().misses()));
        doubles.forEach(server -> line.say(new Release(id + "/" + server, server)));
    }

    private void answered(Join member, Given given, Outcome outcome) {
        try {
            note(member.name(), given.order(), outcome);
            given.reply().complete(new OrderReply.Answered(outcome));
        } catch (RuntimeException e) {
            given.reply().completeExceptionally(e);
        }
    }

    private void note(String poolServer, PoolOrder order, Outcome outcome) {
        var server = serverOf(order);
        switch (outcome) {
            case RUNNING -> runningBy(order).ifPresent(running -> pool.roster().take(poolServer, running));
            case REFUSED -> pool.roster().free(poolServer, server, true);
            case GONE -> pool.roster().free(poolServer, server, false);
        }
    }

    private static Optional<PooledServer> runningBy(PoolOrder order) {
        return switch (order) {
            case Allocate allocate -> Optional.of(new PooledServer(allocate.serverId(), allocate.instanceId()));
            case Describe describe -> Optional.of(new PooledServer(describe.serverId(), describe.instanceId()));
            case Release _, Heard _ -> Optional.empty();
        };
    }

    private static ServerId serverOf(PoolOrder order) {
        return switch (order) {
            case Allocate allocate -> allocate.serverId();
            case Describe describe -> describe.serverId();
            case Release release -> release.serverId();
            case Heard _ -> throw new IllegalArgumentException("order: heard (expected: one that is answered)");
        };
    }

    private static void fail(Given given) {
        given.reply().completeExceptionally(new ProviderException("the pool server's link has closed"));
    }
}
