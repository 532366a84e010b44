package dev.gatehouse.instance.pool;

import java.time.Duration;

/// How pool servers are listened to.
///
/// @param reportEvery how often they must report
/// @param misses after so many missed reports a pool server is gone
/// @param grace how long a place stays reserved without its pool server's word, once its order has been given up
public record PoolRules(Duration reportEvery, int misses, Duration grace) {

    public PoolRules {
        if (!reportEvery.isPositive() || !grace.isPositive()) {
            throw new IllegalArgumentException(
                    "reportEvery, grace: " + reportEvery + ", " + grace + " (expected: > 0)");
        }
        if (misses < 1) {
            throw new IllegalArgumentException("misses: " + misses + " (expected: >= 1)");
        }
    }

    /// A pool server that is well has answered by then, unless it ends a game server.
    Duration soon() {
        return reportEvery.dividedBy(2);
    }

    /// How long a report holds.
    Duration lifetime() {
        return reportEvery.multipliedBy(misses);
    }
}
