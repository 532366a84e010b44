package dev.gatehouse.session.shard;

import java.time.Duration;

/// Bounds on one shard.
///
/// @param queue how many pieces of work from outside may wait
/// @param turn how many pieces of work one turn takes before it writes
/// @param retry how long after a write of unknown end it is written again
public record ShardLimits(int queue, int turn, Duration retry) {

    public ShardLimits {
        if (queue < 1 || turn < 1) {
            throw new IllegalArgumentException("shard: queue=" + queue + " turn=" + turn + " (expected: each > 0)");
        }
        if (!retry.isPositive()) {
            throw new IllegalArgumentException("retry: " + retry + " (expected: > 0)");
        }
    }
}
