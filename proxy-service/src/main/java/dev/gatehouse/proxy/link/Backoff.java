package dev.gatehouse.proxy.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next attempt: twice as long each time, up to a bound, and never the same for two
/// proxies.
/// Not thread-safe.
public final class Backoff {

    private static final int MAX_DOUBLINGS = 16;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int failures;

    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /// Between half of the full delay and all of it.
    public Duration next() {
        long full = Math.min(first.toMillis() << Math.min(failures, MAX_DOUBLINGS), longest.toMillis());
        failures++;
        return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
    }

    /// Whether an attempt failed since the last one that succeeded.
    public boolean isFailing() {
        return failures > 0;
    }

    /// An attempt succeeded.
    public void reset() {
        failures = 0;
    }
}
