package dev.gatehouse.benchmarks.tool;

import java.util.Collection;
import java.util.Locale;

/// How long something took, over many times.
///
/// @param count how many times; the rest is 0 where this is
/// @param p50 nanoseconds: half of the times were at most this long, a time that was measured
/// @param p99 nanoseconds, likewise for 99 of 100
/// @param max nanoseconds
public record Distribution(int count, long p50, long p99, long max) {

    private static final double MILLISECOND = 1_000_000.0;

    public static Distribution of(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? new Distribution(0, 0, 0, 0)
                : new Distribution(
                        sorted.length, percentile(sorted, 50), percentile(sorted, 99), sorted[sorted.length - 1]);
    }

    /// Nearest rank.
    private static long percentile(long[] sorted, int percent) {
        int rank = (int) Math.ceilDiv(percent * (long) sorted.length, 100);
        return sorted[rank - 1];
    }

    @Override
    public String toString() {
        return count == 0
                ? "never"
                : String.format(
                        Locale.ROOT,
                        "p50 %.1f ms, p99 %.1f ms, max %.1f ms (%,d times)",
                        p50 / MILLISECOND,
                        p99 / MILLISECOND,
                        max / MILLISECOND,
                        count);
    }
}
