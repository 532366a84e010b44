package dev.gatehouse.instance.allocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The end of something that goes on now.
record Deadline(InstantSource time, Instant end) {

    /// Nobody answers in less than that.
    private static final Duration SHORTEST = Duration.ofMillis(1);

    static Deadline in(Duration duration, InstantSource time) {
        return new Deadline(time, time.instant().plus(duration));
    }

    /// Whether there is no time left to do anything in.
    boolean isOver() {
        return left().isZero();
    }

    /// Zero once it is over.
    Duration left() {
        var left = Duration.between(time.instant(), end);
        return left.compareTo(SHORTEST) < 0 ? Duration.ZERO : left;
    }

    /// As long as whatever has to wait may do so, to have as much for itself.
    Duration half() {
        return left().dividedBy(2);
    }
}
