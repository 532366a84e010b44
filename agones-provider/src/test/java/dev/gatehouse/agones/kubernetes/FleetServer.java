package dev.gatehouse.agones.kubernetes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A game server of the stand-in's, and how Agones judges it: its state, its labels, and what it counts and lists.
record FleetServer(
        String name,
        String uid,
        String state,
        Map<String, String> labels,
        Map<String, String> annotations,
        Map<String, Counter> counters,
        Map<String, Listed> lists) {

    record Counter(long count, long capacity) {

        Counter plus(long amount) {
            return new Counter(Math.min(count + amount, capacity), capacity);
        }

        long available() {
            return capacity - count;
        }
    }

    record Listed(List<String> values, long capacity) {

        Listed plus(List<String> added) {
            var all = Stream.concat(values.stream(), added.stream()).distinct();
            return new Listed(all.limit(capacity).toList(), capacity);
        }

        long available() {
            return capacity - values.size();
        }
    }

    FleetServer as(String next) {
        return new FleetServer(name, uid, next, labels, annotations, counters, lists);
    }

    /// Taken, with all that an allocation adds to it. What it does not count or list is left out.
    FleetServer allocated(Map<String, Object> spec) {
        var marks = objects(spec, "metadata");
        var counted = new HashMap<>(counters);
        objects(spec, "counters")
                .forEach(
                        (key, action) -> counted.computeIfPresent(key, (_, now) -> now.plus(number(action, "amount"))));
        var listed = new HashMap<>(lists);
        objects(spec, "lists")
                .forEach((key, action) -> listed.computeIfPresent(key, (_, now) -> now.plus(texts(action))));
        return new FleetServer(
                name,
                uid,
                "Allocated",
                with(labels, marks.get("labels")),
                with(annotations, marks.get("annotations")),
                counted,
                listed);
    }

    /// A bound that is absent bounds nothing, and neither does a maximum of 0.
    boolean matches(Map<String, Object> selector) {
        return state.equals(selector.getOrDefault("gameServerState", "Ready"))
                && labels.entrySet()
                        .containsAll(objects(selector, "matchLabels").entrySet())
                && objects(selector, "counters").entrySet().stream()
                        .allMatch(each -> counts(each.getKey(), each.getValue()))
                && objects(selector, "lists").entrySet().stream()
                        .allMatch(each -> holds(each.getKey(), each.getValue()));
    }

    private boolean counts(String key, Object bounds) {
        var counter = counters.get(key);
        return counter != null
                && isWithin(counter.count(), bounds, "Count")
                && isWithin(counter.available(), bounds, "Available");
    }

    private boolean holds(String key, Object bounds) {
        var list = lists.get(key);
        var value = object(bounds).get("containsValue");
        return list != null
                && isWithin(list.available(), bounds, "Available")
                && (value == null || list.values().contains(value));
    }

    private static boolean isWithin(long value, Object bounds, String what) {
        long most = number(bounds, "max" + what);
        return value >= number(bounds, "min" + what) && (most == 0 || value <= most);
    }

    /// The room that a priority goes by; empty where the server does not count or list it.
    @Nullable
    Long available(String type, String key) {
        if (type.equals("Counter")) {
            var counter = counters.get(key);
            return counter == null ? null : counter.available();
        }
        var list = lists.get(key);
        return list == null ? null : list.available();
    }

    /// As the API writes it.
    Map<String, Object> written() {
        return Map.of(
                "apiVersion",
                "agones.dev/v1",
                "kind",
                "GameServer",
                "metadata",
                Map.of("name", name, "uid", uid, "labels", labels, "annotations", annotations),
                "status",
                Map.of("state", state));
    }

    private static Map<String, String> with(Map<String, String> before, @Nullable Object added) {
        var all = new HashMap<>(before);
        object(Objects.requireNonNull(added)).forEach((key, value) -> all.put(key, String.valueOf(value)));
        return all;
    }

    private static Map<String, Object> objects(Map<String, Object> in, String name) {
        return object(in.getOrDefault(name, Map.of()));
    }

    @SuppressWarnings("unchecked") // As an allocation is written.
    private static Map<String, Object> object(Object written) {
        return (Map<String, Object>) written;
    }

    @SuppressWarnings("unchecked") // As an allocation is written.
    private static List<String> texts(Object action) {
        return (List<String>) Objects.requireNonNull(object(action).get("addValues"));
    }

    private static long number(Object in, String name) {
        return object(in).get(name) instanceof Number number ? number.longValue() : 0;
    }
}
