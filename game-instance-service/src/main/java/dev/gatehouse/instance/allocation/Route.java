package dev.gatehouse.instance.allocation;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.ProviderException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The providers that are asked for an instance's server, one after the other.
public final class Route {

    private static final Logger LOG = LoggerFactory.getLogger(Route.class);

    private final List<GuardedProvider> everywhere;
    private final Map<String, List<GuardedProvider>> zones;

    /// @param everywhere asked for any zone that is not named in `zones`
    Route(List<GuardedProvider> everywhere, Map<String, List<GuardedProvider>> zones) {
        this.everywhere = List.copyOf(everywhere);
        this.zones = Map.copyOf(zones);
    }

    /// In the order in which they are asked.
    List<GuardedProvider> to(@Nullable String zone) {
        return zone == null ? everywhere : zones.getOrDefault(zone, everywhere);
    }

    /// Takes a server back from whichever of them has it.
    void deallocate(ServerId server) {
        Stream.concat(everywhere.stream(), zones.values().stream().flatMap(List::stream))
                .distinct()
                .forEach(provider -> deallocate(provider, server));
    }

    /// @return false where the server may still be there
    static boolean deallocate(GuardedProvider provider, ServerId server) {
        try {
            provider.deallocate(server);
            return true;
        } catch (ProviderException e) {
            LOG.warn("game server {} may still be at {}: {}", server, provider.name(), e.getMessage());
            return false;
        }
    }
}
