package dev.gatehouse.agones;

import dev.gatehouse.agones.AgonesProperties.CounterBounds;
import dev.gatehouse.agones.AgonesProperties.ListBounds;
import dev.gatehouse.agones.AgonesProperties.PriorityProperties;
import dev.gatehouse.agones.AgonesProperties.SelectorProperties;
import dev.gatehouse.provider.Allocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a `GameServerAllocation` of `allocation.agones.dev/v1`. Only servers that are ready are taken: one that is
/// allocated has an instance already.
final class GameServerAllocations {

    private static final String READY = "Ready";
    private static final String FLEET = "agones.dev/fleet";

    private final AgonesProperties settings;
    private final Marks marks;

    GameServerAllocations(AgonesProperties settings, Marks marks) {
        this.settings = settings;
        this.marks = marks;
    }

    Map<String, Object> of(Allocation allocation) {
        var spec = new LinkedHashMap<String, Object>();
        var selectors = settings.selectorsOf(allocation.zone());
        spec.put(
                "selectors",
                selectors.isEmpty()
                        ? List.of(Map.of("gameServerState", READY))
                        : selectors.stream()
                                .map(GameServerAllocations::selector)
                                .toList());
        putUnlessEmpty(
                spec,
                "priorities",
                settings.priorities().stream()
                        .map(GameServerAllocations::priority)
                        .toList());
        putUnlessEmpty(spec, "counters", each(settings.counters(), by -> Map.of("action", "Increment", "amount", by)));
        putUnlessEmpty(
                spec,
                "lists",
                settings.lists().stream()
                        .collect(Collectors.toMap(
                                Function.identity(),
                                _ -> Map.of(
                                        "addValues",
                                        List.of(allocation.instanceId().value())))));
        spec.put(
                "metadata",
                Map.of("labels", marks.of(allocation.serverId()), "annotations", Marks.annotations(allocation)));
        return Map.of(
                "apiVersion",
                "allocation.agones.dev/v1",
                "kind",
                "GameServerAllocation",
                "metadata",
                Map.of("namespace", settings.namespace()),
                "spec",
                spec);
    }

    private static Map<String, Object> selector(SelectorProperties selector) {
        var written = new LinkedHashMap<String, Object>();
        var labels = new LinkedHashMap<>(selector.labels());
        if (selector.fleet() != null) {
            labels.put(FLEET, selector.fleet());
        }
        putUnlessEmpty(written, "matchLabels", labels);
        written.put("gameServerState", READY);
        putUnlessEmpty(written, "counters", each(selector.counters(), GameServerAllocations::counter));
        putUnlessEmpty(written, "lists", each(selector.lists(), GameServerAllocations::list));
        return written;
    }

    private static Map<String, Object> counter(CounterBounds bounds) {
        var written = new LinkedHashMap<String, Object>();
        putIfSet(written, "minCount", bounds.minCount());
        putIfSet(written, "maxCount", bounds.maxCount());
        putIfSet(written, "minAvailable", bounds.minAvailable());
        putIfSet(written, "maxAvailable", bounds.maxAvailable());
        return written;
    }

    private static Map<String, Object> list(ListBounds bounds) {
        var written = new LinkedHashMap<String, Object>();
        putIfSet(written, "containsValue", bounds.containsValue());
        putIfSet(written, "minAvailable", bounds.minAvailable());
        putIfSet(written, "maxAvailable", bounds.maxAvailable());
        return written;
    }

    private static Map<String, Object> priority(PriorityProperties priority) {
        return Map.of(
                "type",
                switch (priority.type()) {
                    case COUNTER -> "Counter";
                    case LIST -> "List";
                },
                "key",
                priority.key(),
                "order",
                switch (priority.order()) {
                    case ASCENDING -> "Ascending";
                    case DESCENDING -> "Descending";
                });
    }

    private static <V> Map<String, Object> each(Map<String, V> values, Function<V, Object> write) {
        return values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> write.apply(entry.getValue())));
    }

    private static void putIfSet(Map<String, Object> written, String name, @Nullable Object value) {
        if (value != null) {
            written.put(name, value);
        }
    }

    private static void putUnlessEmpty(Map<String, Object> written, String name, Map<String, ?> values) {
        if (!values.isEmpty()) {
            written.put(name, values);
        }
    }

    private static void putUnlessEmpty(Map<String, Object> written, String name, List<?> values) {
        if (!values.isEmpty()) {
            written.put(name, values);
        }
    }
}
