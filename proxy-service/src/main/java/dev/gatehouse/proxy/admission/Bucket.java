package dev.gatehouse.proxy.admission;

import java.time.Duration;
import java.util.Optional;

/// Tokens that come back with time. Not thread-safe: whoever holds it guards it. `now` is always nanoseconds of a
/// monotonic clock.
final class Bucket {

    private static final double NANOS = 1e9;
    private static final double MILLIS = 1e3;

    private final Rate rate;
    private double tokens;
    private long filledAt;

    /// Full.
    Bucket(Rate rate, long now) {
        this.rate = rate;
        this.tokens = rate.burst();
        this.filledAt = now;
    }

    /// Takes one token.
    ///
    /// @return empty where there was one; else how long until there is
    Optional<Duration> take(long now) {
        return take(now, 0);
    }

    /// Takes one token, unless too few would be left for others.
    ///
    /// @param leave how many must be left
    /// @return empty where it was taken; else how long until it can be
    Optional<Duration> take(long now, double leave) {
        fill(now);
        if (tokens - 1 >= leave) {
            tokens--;
            return Optional.empty();
        }
        var missing = leave + 1 - tokens;
        // Rounded up to whole milliseconds, as whoever waits must not come a moment too early; but not for a rounding
        // error.
        return Optional.of(Duration.ofMillis((long) Math.ceil(missing / rate.perSecond() * MILLIS - 1e-6)));
    }

    private void fill(long now) {
        tokens = Math.min(rate.burst(), tokens + (now - filledAt) / NANOS * rate.perSecond());
        filledAt = now;
    }
}
