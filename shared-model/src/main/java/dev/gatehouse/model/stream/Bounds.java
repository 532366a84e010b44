package dev.gatehouse.model.stream;

import java.time.Duration;

/// How much an [Outbox] keeps for a peer that has not acknowledged it. What is past any of the three is dropped, oldest
/// first.
///
/// @param maxCount frames
/// @param maxBytes bytes of all frames together, as the caller counts them
/// @param maxAge since a frame was added; below 292 years
public record Bounds(int maxCount, long maxBytes, Duration maxAge) {

    public Bounds {
        if (maxCount < 1) {
            throw new IllegalArgumentException("maxCount: " + maxCount + " (expected: >= 1)");
        }
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes: " + maxBytes + " (expected: >= 1)");
        }
        if (!maxAge.isPositive()) {
            throw new IllegalArgumentException("maxAge: " + maxAge + " (expected: > 0)");
        }
    }
}
