package dev.gatehouse.model.player;

import java.time.Duration;

/// Bounds on what a client may ask of its timeline, the same on both ends.
///
/// @param ops steps in one flush
/// @param ticks ticks in one flush, over all its steps; at least as many as a second has
/// @param pending synchronized server actions that wait for the client to choose their position
/// @param ahead how far a session's ticks may be ahead of real time since it began; past it the session ends with
///     1505. At least as much as the clocks of two nodes may differ by
/// @param behind how far they may be behind the time in which the client could play; past it the session ends with
///     1504
public record TimelineLimits(int ops, int ticks, int pending, Duration ahead, Duration behind) {

    /// Ten minutes of silence at 10 ticks per second still fit in one flush.
    public static final TimelineLimits DEFAULT = new TimelineLimits(512, 6_000, 256);

    public TimelineLimits {
        if (ops < 1 || ticks < 1 || pending < 1) {
            throw new IllegalArgumentException(
                    "limits: ops=%d ticks=%d pending=%d (expected: each > 0)".formatted(ops, ticks, pending));
        }
        if (!ahead.isPositive() || !behind.isPositive()) {
            throw new IllegalArgumentException(
                    "limits: ahead=%s behind=%s (expected: each > 0)".formatted(ahead, behind));
        }
    }

    /// A minute ahead of real time, and twenty behind.
    public TimelineLimits(int ops, int ticks, int pending) {
        this(ops, ticks, pending, Duration.ofMinutes(1), Duration.ofMinutes(20));
    }

    /// The same with other bounds against real time.
    public TimelineLimits within(Duration otherAhead, Duration otherBehind) {
        return new TimelineLimits(ops, ticks, pending, otherAhead, otherBehind);
    }
}
