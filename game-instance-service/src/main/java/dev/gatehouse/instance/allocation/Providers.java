package dev.gatehouse.instance.allocation;

import dev.gatehouse.instance.allocation.ProviderProperties.RouteProperties;
import dev.gatehouse.instance.life.Hosting;
import dev.gatehouse.registry.instance.InstanceRecord;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What instances may name: each provider by itself, and the routes that the settings make of them.
public final class Providers {

    /// What the provider is called that a machine of its own has.
    public static final String LOCAL_PROCESSES = "local-process";

    private final Map<String, GuardedProvider> byName = new LinkedHashMap<>();
    private final Map<String, Route> routes = new HashMap<>();
    private final String defaultName;

    /// @param defaultName asked where an instance names none; unless given, the only provider, or
    ///     `local-process`
    /// @throws IllegalArgumentException for two of one name, for one that stands for something else, for a
    ///     route over a provider or limits of one that is not there, for a default that names nothing, and
    ///     for none where there are several to choose from
    public Providers(List<GuardedProvider> providers, ProviderProperties settings, @Nullable String defaultName) {
        for (GuardedProvider provider : providers) {
            if (byName.put(provider.name(), provider) != null) {
                throw new IllegalArgumentException("provider: " + provider.name() + " (expected: one of each name)");
            }
            routes.put(provider.name(), new Route(List.of(provider), Map.of()));
        }
        settings.routes().forEach((name, stops) -> {
            if (routes.put(name, route(name, stops)) != null) {
                throw new IllegalArgumentException("route: " + name + " (expected: no provider's name)");
            }
        });
        settings.limits().keySet().forEach(name -> {
            if (byName.keySet().stream().noneMatch(provider -> ProviderProperties.isNamed(name, provider))) {
                throw new IllegalArgumentException(
                        "limits." + name + ": no such provider (expected: one of " + byName.keySet() + ")");
            }
        });
        if (routes.containsKey(Hosting.PROVIDER)) {
            throw new IllegalArgumentException(
                    "provider: " + Hosting.PROVIDER + " (expected: another name, as this one stands for none)");
        }
        if (defaultName != null && !routes.containsKey(defaultName)) {
            throw new IllegalArgumentException(
                    "defaultProvider: " + defaultName + " (expected: one of " + new TreeSet<>(routes.keySet()) + ")");
        }
        this.defaultName = defaultName == null ? usualName() : defaultName;
    }

    /// A service without any provider is good for game servers that host instances themselves.
    private String usualName() {
        if (byName.size() == 1) {
            return byName.keySet().iterator().next();
        }
        if (!byName.isEmpty() && !byName.containsKey(LOCAL_PROCESSES)) {
            throw new IllegalArgumentException(
                    "defaultProvider: none (expected: one of " + new TreeSet<>(routes.keySet()) + ")");
        }
        return LOCAL_PROCESSES;
    }

    public String defaultName() {
        return defaultName;
    }

    public Optional<Route> named(String name) {
        return Optional.ofNullable(routes.get(name));
    }

    /// Takes an instance's server back from the provider that gave it or, where that is not known, from whichever of
    /// its route has it. What cannot be taken back now is left to the reconciler.
    public void takeBack(InstanceRecord instance) {
        var server = instance.server();
        if (server != null) {
            Optional.ofNullable(server.provider())
                    .flatMap(this::named)
                    .or(() -> named(instance.origin().provider()))
                    .ifPresent(route -> route.deallocate(server.serverId()));
        }
    }

    public List<GuardedProvider> all() {
        return List.copyOf(byName.values());
    }

    private Route route(String name, RouteProperties stops) {
        var zones = stops.zones().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, zone -> providers(name, zone.getValue())));
        return new Route(providers(name, stops.providers()), zones);
    }

    private List<GuardedProvider> providers(String route, List<String> names) {
        return names.stream()
                .map(name -> Optional.ofNullable(byName.get(name))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "routes." + route + ": " + name + " (expected: one of " + byName.keySet() + ")")))
                .toList();
    }
}
