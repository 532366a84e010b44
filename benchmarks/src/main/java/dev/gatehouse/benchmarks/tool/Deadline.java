package dev.gatehouse.benchmarks.tool;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// Until when one may wait.
///
/// @param nanoTime monotonic
/// @param at on that clock
public record Deadline(LongSupplier nanoTime, long at) {

    public static Deadline in(Duration time, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + time.toNanos());
    }

    public long now() {
        return nanoTime.getAsLong();
    }

    public boolean hasPassed() {
        return now() - at >= 0;
    }

    /// The result, if it comes in time.
    public <T> T await(Future<T> result) throws InterruptedException, ExecutionException, TimeoutException {
        return result.get(Math.max(0, at - now()), TimeUnit.NANOSECONDS);
    }
}
