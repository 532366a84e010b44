package dev.gatehouse.model.player;

/// Bounds on what a client may ask of its timeline at once, the same on both ends.
///
/// @param ops steps in one flush
/// @param ticks ticks in one flush, over all its steps
/// @param pending synchronized server actions that wait for the client to choose their position
public record TimelineLimits(int ops, int ticks, int pending) {

    /// Ten minutes of silence at 10 ticks per second still fit in one flush.
    public static final TimelineLimits DEFAULT = new TimelineLimits(512, 6_000, 256);

    public TimelineLimits {
        if (ops < 1 || ticks < 1 || pending < 1) {
            throw new IllegalArgumentException(
                    "limits: ops=%d ticks=%d pending=%d (expected: each > 0)".formatted(ops, ticks, pending));
        }
    }
}
