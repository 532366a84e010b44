package dev.gatehouse.proxy.admission;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One bucket for each of many, such as addresses. Remembers only so many: the one that was not used for longest is
/// forgotten first, which gives it a full bucket. Safe to use from any thread.
final class Buckets<K> {

    private final Rate rate;

    // Guarded by itself.
    private final Map<K, Bucket> buckets;

    /// @param size how many are remembered
    Buckets(Rate rate, int size) {
        this.rate = rate;
        this.buckets = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Bucket> eldest) {
                return size() > size;
            }
        };
    }

    /// @return empty where one more may come now; else how long until it may
    Optional<Duration> take(K key, long now) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, _ -> new Bucket(rate, now)).take(now);
        }
    }
}
