package dev.gatehouse.instance.allocation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The end of something that goes on now.
record Deadline(InstantSource time, Instant end) {

    static Deadline in(Duration duration, InstantSource time) {
        return new Deadline(time, time.instant().plus(duration));
    }

    boolean isOver() {
        return !time.instant().isBefore(end);
    }

    /// Zero once it is over.
    Duration left() {
        return isOver() ? Duration.ZERO : Duration.between(time.instant(), end);
    }
}
