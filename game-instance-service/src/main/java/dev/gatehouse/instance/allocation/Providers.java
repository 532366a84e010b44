package dev.gatehouse.instance.allocation;

import dev.gatehouse.provider.GameServerProvider;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The providers of this service by name.
public final class Providers {

    private final Map<String, GameServerProvider> byName;
    private final String defaultName;

    /// @param defaultName asked where an instance names none
    public Providers(List<GameServerProvider> providers, String defaultName) {
        this.byName = providers.stream().collect(Collectors.toMap(GameServerProvider::name, Function.identity()));
        this.defaultName = defaultName;
    }

    public String defaultName() {
        return defaultName;
    }

    public Optional<GameServerProvider> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public List<GameServerProvider> all() {
        return List.copyOf(byName.values());
    }
}
