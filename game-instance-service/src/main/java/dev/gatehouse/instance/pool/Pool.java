package dev.gatehouse.instance.pool;

import dev.gatehouse.provider.Exit;
import dev.gatehouse.registry.RegistryUnavailableException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A pool as this node sees it: its roster, which all nodes share, and the links that are open here. Safe to use from
/// several threads.
public final class Pool {

    private static final Logger LOG = LoggerFactory.getLogger(Pool.class);

    private final String name;
    private final Roster roster;
    private final PoolRules rules;
    private final Supplier<String> address;
    private final Map<String, PoolServerLink> links = new ConcurrentHashMap<>(); // By the pool server's name.
    private volatile Consumer<Exit> exits = _ -> {};

    /// @param address where other nodes reach this one; asked once it can be reached
    public Pool(String name, Roster roster, PoolRules rules, Supplier<String> address) {
        this.name = name;
        this.roster = roster;
        this.rules = rules;
        this.address = address;
    }

    public String name() {
        return name;
    }

    Roster roster() {
        return roster;
    }

    PoolRules rules() {
        return rules;
    }

    String address() {
        return address.get();
    }

    /// It does not answer as it should. Nothing more than a hint, so that it does no harm where it is lost.
    void doubt(String poolServer) {
        try {
            roster.doubt(poolServer);
        } catch (RegistryUnavailableException e) {
            LOG.warn("pool server {} is not doubted: {}", poolServer, e.getMessage());
        }
    }

    /// The link of a pool server, if it is open here.
    public Optional<PoolServerLink> link(String poolServer) {
        return Optional.ofNullable(links.get(poolServer));
    }

    /// The newest link is the one; the same process has opened it, for good reason.
    void add(String poolServer, PoolServerLink link) {
        var before = links.put(poolServer, link);
        if (before != null) {
            before.supersede();
        }
    }

    void remove(String poolServer, PoolServerLink link) {
        links.remove(poolServer, link);
    }

    void onExit(Consumer<Exit> listener) {
        exits = listener;
    }

    void exited(Exit exit) {
        exits.accept(exit);
    }

    /// Gives up links on which nothing was heard for as long as a report holds: their other end is gone.
    void endSilentLinks() {
        links.values().forEach(PoolServerLink::endIfSilent);
    }
}
