package dev.gatehouse.instance.pool;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The pools that the settings name, and the provider of each.
public final class Pools {

    private final Map<String, Pool> byName;
    private final List<PoolProvider> providers;

    public Pools(List<Pool> pools, Function<Pool, PoolProvider> providers) {
        this.byName = pools.stream().collect(Collectors.toUnmodifiableMap(Pool::name, Function.identity()));
        this.providers = pools.stream().map(providers).toList();
    }

    public Optional<Pool> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<PoolProvider> providers() {
        return providers;
    }

    List<Pool> all() {
        return List.copyOf(byName.values());
    }
}
