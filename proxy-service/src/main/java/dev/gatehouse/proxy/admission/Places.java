package dev.gatehouse.proxy.admission;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Counts how many each of many has open, and lets none have more than so many. Safe to use from any thread.
final class Places<K> {

    private final int limit;
    private final Map<K, Integer> taken = new ConcurrentHashMap<>();

    Places(int limit) {
        this.limit = limit;
    }

    /// @return what gives the place back, once; empty where all are taken
    Optional<Runnable> take(K key) {
        var got = new boolean[1];
        taken.compute(key, (_, count) -> {
            var open = count == null ? 0 : count;
            got[0] = open < limit;
            return got[0] ? Integer.valueOf(open + 1) : count;
        });
        if (!got[0]) {
            return Optional.empty();
        }
        var open = new AtomicBoolean(true);
        return Optional.of(() -> {
            if (open.compareAndSet(true, false)) {
                taken.computeIfPresent(key, (_, count) -> count == 1 ? null : Integer.valueOf(count - 1));
            }
        });
    }
}
