package dev.gatehouse.client;

import java.time.Duration;

/// How long a client waits for what.
///
/// @param flushEvery how often actions go to the server without being told to
/// @param idleFlushEvery how often ticks alone go to the server
/// @param connectWithin for a socket to open
/// @param handshakeWithin for a session to start or resume on an open socket
/// @param reconnect what happens after a loss
public record Timing(
        Duration flushEvery,
        Duration idleFlushEvery,
        Duration connectWithin,
        Duration handshakeWithin,
        Reconnect reconnect) {

    public static final Timing USUAL = new Timing(
            Duration.ofMillis(200),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Reconnect.USUAL);

    public Timing {
        positive("flushEvery", flushEvery);
        positive("connectWithin", connectWithin);
        positive("handshakeWithin", handshakeWithin);
        if (idleFlushEvery.compareTo(flushEvery) < 0) {
            throw new IllegalArgumentException(
                    "idleFlushEvery: " + idleFlushEvery + " (expected: >= flushEvery, " + flushEvery + ")");
        }
    }

    public Timing with(Reconnect other) {
        return new Timing(flushEvery, idleFlushEvery, connectWithin, handshakeWithin, other);
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
        }
    }

    /// The pauses between a loss and the attempts to get back. Each is stretched or shortened by up to
    /// a fifth at random, so that the clients of a lost server do not all come back at once.
    ///
    /// @param firstPause before the first attempt
    /// @param nextPause before the second; doubles from then on
    /// @param longestPause and stays there
    /// @param giveUpAfter no attempt begins later than this after the loss, or after the first attempt
    public record Reconnect(Duration firstPause, Duration nextPause, Duration longestPause, Duration giveUpAfter) {

        public static final Reconnect USUAL = new Reconnect(
                Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(10));

        public Reconnect {
            positive("nextPause", nextPause);
            if (firstPause.isNegative() || giveUpAfter.isNegative() || longestPause.compareTo(nextPause) < 0) {
                throw new IllegalArgumentException(
                        "reconnect: firstPause=%s nextPause=%s longestPause=%s giveUpAfter=%s (expected: none < 0,"
                                        .formatted(firstPause, nextPause, longestPause, giveUpAfter)
                                + " nextPause <= longestPause)");
            }
        }

        /// The same, where the first attempt has been made already.
        Reconnect withoutFirst() {
            var doubled = nextPause.multipliedBy(2);
            var next = doubled.compareTo(longestPause) < 0 ? doubled : longestPause;
            return new Reconnect(nextPause, next, longestPause, giveUpAfter);
        }
    }
}
