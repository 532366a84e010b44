package dev.gatehouse.agones;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Which game servers the provider `agones` takes.
///
/// @param enabled whether there is this provider
/// @param api where the cluster's API is
/// @param serviceAccount a folder with `token` and `ca.crt`, as each pod has one
/// @param namespace where the game servers are
/// @param suite tells the servers of this suite from those of another one in the namespace
/// @param selectors which servers are taken, the first that has one first; any that is ready where empty
/// @param zones other selectors, for instances of a zone
/// @param priorities which of those that a selector finds
/// @param counters raised in the server that is taken, by so much
/// @param lists to which the instance's id is added in the server that is taken
/// @param answer how long a call other than an allocation may take
@ConfigurationProperties("gatehouse.agones")
public record AgonesProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("https://kubernetes.default.svc") URI api,

        @DefaultValue("/var/run/secrets/kubernetes.io/serviceaccount")
        Path serviceAccount,

        @DefaultValue("default") String namespace,
        @DefaultValue("gatehouse") String suite,
        @DefaultValue List<SelectorProperties> selectors,
        @DefaultValue Map<String, List<SelectorProperties>> zones,
        @DefaultValue List<PriorityProperties> priorities,
        @DefaultValue Map<String, Long> counters,
        @DefaultValue List<String> lists,
        @DefaultValue("5s") Duration answer) {

    /// @param fleet of the server; any where absent
    /// @param labels that a server must have
    /// @param counters bounds of a server's counters, by name
    /// @param lists what a server's lists must hold, by name
    public record SelectorProperties(
            @Nullable String fleet,
            @DefaultValue Map<String, String> labels,
            @DefaultValue Map<String, CounterBounds> counters,
            @DefaultValue Map<String, ListBounds> lists) {}

    public record CounterBounds(
            @Nullable Long minCount,
            @Nullable Long maxCount,
            @Nullable Long minAvailable,
            @Nullable Long maxAvailable) {}

    public record ListBounds(
            @Nullable String containsValue,
            @Nullable Long minAvailable,
            @Nullable Long maxAvailable) {}

    /// @param key the name of the counter or list
    public record PriorityProperties(
            Kind type,
            String key,
            @DefaultValue("ASCENDING") Order order) {}

    public enum Kind {
        COUNTER,
        LIST
    }

    public enum Order {
        ASCENDING,
        DESCENDING
    }

    public AgonesProperties {
        if (!answer.isPositive()) {
            throw new IllegalArgumentException("answer: " + answer + " (expected: > 0)");
        }
        selectors = List.copyOf(selectors);
        zones = Map.copyOf(zones);
    }

    /// In the order in which they are tried.
    List<SelectorProperties> selectorsOf(@Nullable String zone) {
        return zone == null ? selectors : zones.getOrDefault(zone, selectors);
    }
}
