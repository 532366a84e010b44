package dev.gatehouse.instance.pool;

import dev.gatehouse.instance.pool.OrderReply.Answered;
import dev.gatehouse.instance.pool.OrderReply.Undelivered;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PoolOrder;
import dev.gatehouse.model.partner.PoolOrder.Allocate;
import dev.gatehouse.model.partner.PoolOrder.Describe;
import dev.gatehouse.model.partner.PoolOrder.Release;
import dev.gatehouse.model.partner.PoolServerMessage.Outcome;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.Exit;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.OneAtATime;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.provider.ServerEnvironment;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.pool.FoundPlace;
import dev.gatehouse.registry.pool.Place;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives places at pool servers: one is reserved in the roster, and then its pool server is told to run the game server
/// there. The roster says where a game server is; where it does not know yet, the pool server itself is asked.
public final class PoolProvider implements GameServerProvider {

    private static final Logger LOG = LoggerFactory.getLogger(PoolProvider.class);

    /// So many pool servers are tried that have room by what they said last, and then refuse.
    private static final int MOST_REFUSALS = 3;

    /// So many are tried that cannot be reached, such as those whose links a dead node had.
    private static final int MOST_OUT_OF_REACH = 10;

    private final Pool pool;
    private final Orders orders;
    private final Supplier<String> ids;
    private final Duration answer;
    private final OneAtATime turns = new OneAtATime();

    /// @param ids an id that no other order of any node has, on each call
    /// @param answer how long a pool server may take for an order other than to run a game server
    public PoolProvider(Pool pool, Orders orders, Supplier<String> ids, Duration answer) {
        this.pool = pool;
        this.orders = orders;
        this.ids = ids;
        this.answer = answer;
    }

    @Override
    public String name() {
        return pool.name();
    }

    @Override
    public void onExit(Consumer<Exit> listener) {
        pool.onExit(listener);
    }

    @Override
    public Answer allocate(Allocation allocation) {
        return turns.allocate(allocation, this::describe, this::start);
    }

    @Override
    public Optional<RunningServer> describe(ServerId server) {
        return known(() -> pool.roster().find(server)).filter(this::isRunning).map(found -> running(found.place()));
    }

    @Override
    public List<RunningServer> list() {
        return known(() -> pool.roster().list()).stream()
                .map(PoolProvider::running)
                .toList();
    }

    @Override
    public void deallocate(ServerId server) {
        var found = known(() -> pool.roster().find(server));
        if (found.isPresent() && outcome(found.get(), new Release(ids.get(), server)) != Outcome.GONE) {
            throw new ProviderException("pool server " + found.get().place().poolServer() + " keeps " + server);
        }
    }

    private Answer start(Allocation allocation) {
        var server = new PooledServer(allocation.serverId(), allocation.instanceId());
        int refused = 0;
        int outOfReach = 0;
        while (refused < MOST_REFUSALS && outOfReach < MOST_OUT_OF_REACH) {
            var found = known(() -> pool.roster().reserve(server, heldFor(allocation)));
            if (found.isEmpty()) {
                return new NoServer("no place is free");
            }
            var at = found.get();
            var reply = at.isReserved() ? order(at, allocation) : new Answered(Outcome.RUNNING);
            switch (reply) {
                case Answered(var outcome)
                when outcome == Outcome.RUNNING -> {
                    return new Given(hostId(at.place()));
                }
                case Answered _ -> refused++;
                case Undelivered(var why) -> {
                    LOG.warn("pool {} has another pool server asked: {}", pool.name(), why);
                    free(at, true);
                    outOfReach++;
                }
            }
        }
        return new NoServer("pool servers that refused: " + refused + ", out of reach: " + outOfReach);
    }

    /// The place is nobody else's while the order may still be carried out.
    private Duration heldFor(Allocation allocation) {
        return allocation.within().plus(pool.rules().grace());
    }

    private OrderReply order(FoundPlace at, Allocation allocation) {
        var environment = mint(at, allocation);
        var allocate = new Allocate(
                ids.get(),
                allocation.serverId(),
                allocation.instanceId(),
                environment.partnerUrl().toString(),
                environment.socialToken(),
                environment.gameToken());
        try {
            return orders.give(pool, at, allocate, allocation.within());
        } catch (ProviderException e) {
            pool.doubt(at.place().poolServer());
            throw e;
        }
    }

    private ServerEnvironment mint(FoundPlace at, Allocation allocation) {
        try {
            return allocation.environment().get();
        } catch (RuntimeException e) {
            free(at, false);
            throw e;
        }
    }

    private void free(FoundPlace at, boolean isFull) {
        var place = at.place();
        var _ = known(
                () -> pool.roster().free(place.poolServer(), place.server().serverId(), isFull));
    }

    private boolean isRunning(FoundPlace found) {
        if (!found.isReserved()) {
            return true;
        }
        var server = found.place().server();
        var describe = new Describe(ids.get(), server.serverId(), server.instanceId());
        return outcome(found, describe) == Outcome.RUNNING;
    }

    private Outcome outcome(FoundPlace at, PoolOrder order) {
        return switch (orders.give(pool, at, order, answer)) {
            case Answered(var outcome) -> outcome;
            case Undelivered(var why) -> throw new ProviderException(why);
        };
    }

    private static <T> T known(Supplier<T> question) {
        // An answer that is there at once is given without a look at that.
        if (Thread.currentThread().isInterrupted()) {
            throw new ProviderException("interrupted");
        }
        try {
            return question.get();
        } catch (RegistryUnavailableException e) {
            throw new ProviderException("the roster cannot be asked: " + e.getMessage(), e);
        }
    }

    private static RunningServer running(Place place) {
        var server = place.server();
        return new RunningServer(server.serverId(), server.instanceId(), hostId(place));
    }

    /// Ids of game servers do not come again, and where one should ever run at two pool servers, those are two.
    private static String hostId(Place place) {
        return place.poolServer() + "/" + place.server().serverId();
    }
}
