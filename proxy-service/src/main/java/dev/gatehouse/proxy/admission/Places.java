package dev.gatehouse.proxy.admission;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Counts how many each of many has open, and lets none have more than so many. Safe to use from any thread.
final class Places<K> {

    private final int limit;
    private final Map<K, Integer> taken = new ConcurrentHashMap<>();

    Places(int limit) {
        this.limit = limit;
    }

    /// @return empty where all are taken
    Optional<Place> take(K key) {
        var got = new boolean[1];
        taken.compute(key, (_, count) -> {
            var open = count == null ? 0 : count;
            got[0] = open < limit;
            return got[0] ? Integer.valueOf(open + 1) : count;
        });
        if (!got[0]) {
            return Optional.empty();
        }
        return Optional.of(new Place(
                () -> taken.computeIfPresent(key, (_, count) -> count == 1 ? null : Integer.valueOf(count - 1))));
    }
}
