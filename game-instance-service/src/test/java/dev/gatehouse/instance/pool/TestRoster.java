package dev.gatehouse.instance.pool;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.pool.FoundPlace;
import dev.gatehouse.registry.pool.Place;
import dev.gatehouse.registry.pool.PoolFigures;
import dev.gatehouse.registry.pool.PoolServerState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A roster in memory, of pool servers that are all at one node and are always heard.
final class TestRoster implements Roster {

    static final String ADDRESS = "http://node-1";

    final Map<String, Integer> free = new TreeMap<>(); // Of the pool servers that have a link.
    final Map<ServerId, Place> places = new LinkedHashMap<>();
    final Set<ServerId> reserved = new HashSet<>();
    final List<ServerId> doubles = new ArrayList<>(); // What every report is answered with.
    final Map<String, String> links = new TreeMap<>();
    Duration heldFor = Duration.ZERO; // What was reserved last.
    final Set<String> doubted = new HashSet<>();
    boolean isAway;

    @Override
    public Optional<List<ServerId>> join(PoolServerState state, Duration lifetime) {
        if (links.containsKey(state.name())) {
            return Optional.empty();
        }
        links.put(state.name(), state.link());
        return report(state, lifetime);
    }

    @Override
    public Optional<List<ServerId>> report(PoolServerState state, Duration lifetime) {
        check();
        if (!state.link().equals(links.get(state.name()))) {
            return Optional.empty();
        }
        places.values()
                .removeIf(place -> place.poolServer().equals(state.name())
                        && !reserved.contains(place.server().serverId()));
        state.servers().forEach(server -> take(state.name(), server));
        free.put(state.name(), state.places() - state.servers().size());
        doubted.remove(state.name());
        return Optional.of(List.copyOf(doubles));
    }

    @Override
    public void closeLink(String poolServer, String link) {
        if (links.remove(poolServer, link)) {
            free.remove(poolServer);
        }
    }

    @Override
    public Optional<FoundPlace> reserve(PooledServer server, Duration grace) {
        check();
        heldFor = grace;
        var known = find(server.serverId());
        if (known.isPresent()) {
            return known;
        }
        var room = free.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .min(Comparator.comparing(each -> doubted.contains(each.getKey())));
        room.ifPresent(found -> {
            found.setValue(found.getValue() - 1);
            places.put(server.serverId(), new Place(found.getKey(), server));
            reserved.add(server.serverId());
        });
        return room.flatMap(_ -> find(server.serverId()));
    }

    @Override
    public void take(String poolServer, PooledServer server) {
        check();
        places.put(server.serverId(), new Place(poolServer, server));
        reserved.remove(server.serverId());
    }

    @Override
    public boolean free(String poolServer, ServerId server, boolean isFull) {
        check();
        boolean had = places.remove(server) != null;
        if (had) {
            free.computeIfPresent(poolServer, (_, places) -> places + 1);
        }
        reserved.remove(server);
        if (isFull) {
            free.put(poolServer, 0);
        }
        return had;
    }

    @Override
    public void doubt(String poolServer) {
        check();
        doubted.add(poolServer);
    }

    @Override
    public Optional<FoundPlace> find(ServerId server) {
        check();
        return Optional.ofNullable(places.get(server))
                .map(place -> new FoundPlace(place, ADDRESS, reserved.contains(server)));
    }

    @Override
    public List<Place> list() {
        check();
        return places.values().stream()
                .filter(place -> !reserved.contains(place.server().serverId()))
                .toList();
    }

    @Override
    public PoolFigures tend() {
        check();
        return new PoolFigures(free.size(), 0, 0, places.size(), 0);
    }

    private void check() {
        if (isAway) {
            throw new RegistryUnavailableException("it is away", new IllegalStateException());
        }
    }
}
