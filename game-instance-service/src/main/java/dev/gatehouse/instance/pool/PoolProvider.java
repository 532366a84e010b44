package dev.gatehouse.instance.pool;

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

/// Gives places at pool servers: one is reserved in the roster, and then its pool server is told to run the game server
/// there. The roster says where a game server is; where it does not know yet, the pool server itself is asked.
public final class PoolProvider implements GameServerProvider {

    /// So many pool servers are tried that have room by what they said last, and then refuse.
    private static final int MOST_REFUSALS = 3;

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
        if (found.isPresent() && order(found.get(), new Release(ids.get(), server), answer) != Outcome.GONE) {
            throw new ProviderException("pool server " + found.get().place().poolServer() + " keeps " + server);
        }
    }

    private Answer start(Allocation allocation) {
        var server = new PooledServer(allocation.serverId(), allocation.instanceId());
        for (int refused = 0; refused < MOST_REFUSALS; refused++) {
            var found = known(() -> pool.roster().reserve(server, heldFor(allocation)));
            if (found.isEmpty()) {
                return new NoServer("no place is free");
            }
            var at = found.get();
            if (!at.isReserved() || runs(at, allocation)) {
                return new Given(hostId(at.place()));
            }
        }
        return new NoServer("pool servers refused: " + MOST_REFUSALS);
    }

    /// The place is nobody else's while the order may still be carried out.
    private Duration heldFor(Allocation allocation) {
        return allocation.within().plus(pool.rules().grace());
    }

    private boolean runs(FoundPlace at, Allocation allocation) {
        var environment = mint(at, allocation);
        var allocate = new Allocate(
                ids.get(),
                allocation.serverId(),
                allocation.instanceId(),
                environment.partnerUrl().toString(),
                environment.socialToken(),
                environment.gameToken());
        return order(at, allocate, allocation.within()) == Outcome.RUNNING;
    }

    private ServerEnvironment mint(FoundPlace at, Allocation allocation) {
        try {
            return allocation.environment().get();
        } catch (RuntimeException e) {
            known(() -> {
                pool.roster().free(at.place().poolServer(), allocation.serverId(), false);
                return at;
            });
            throw e;
        }
    }

    private boolean isRunning(FoundPlace found) {
        if (!found.isReserved()) {
            return true;
        }
        var server = found.place().server();
        var describe = new Describe(ids.get(), server.serverId(), server.instanceId());
        return order(found, describe, answer) == Outcome.RUNNING;
    }

    private Outcome order(FoundPlace at, PoolOrder order, Duration within) {
        return orders.give(pool, at, order, within);
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
