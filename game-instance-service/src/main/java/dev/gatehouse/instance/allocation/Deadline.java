package dev.gatehouse.instance.allocation;

import java.time.Duration;
import java.util.function.LongSupplier;

/// The end of something that goes on now.
///
/// @param nanos a monotonic clock
/// @param end by it
record Deadline(LongSupplier nanos, long end) {

    /// Nobody answers in less than that.
    private static final Duration SHORTEST = Duration.ofMillis(1);

    static Deadline in(Duration duration, LongSupplier nanos) {
        return new Deadline(nanos, nanos.getAsLong() + duration.toNanos());
    }

    /// Whether there is no time left to do anything in.
    boolean isOver() {
        return left().isZero();
    }

    /// Zero once it is over.
    Duration left() {
        var left = Duration.ofNanos(end - nanos.getAsLong());
        return left.compareTo(SHORTEST) < 0 ? Duration.ZERO : left;
    }

    /// As long as whatever has to wait may do so, to have as much for itself.
    Duration half() {
        return left().dividedBy(2);
    }
}
