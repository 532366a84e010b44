package dev.gatehouse.launcher.simulator.conformance;

import java.time.Duration;

/// How fast a server must be while it is checked.
///
/// @param link to link, from the start of its process
/// @param keepAlive how often it must say that it is well
/// @param misses after so many missed its instance is over, and there is nothing left to check
/// @param back to link again once its link is lost
/// @param soon whatever it can do at once it has done within this
/// @param drain from the word that nobody comes any more to the end
/// @param refusing for how long it is kept off where it may try again, [#MOST_TRIES] times at most
public record Pace(
        Duration link,
        Duration keepAlive,
        int misses,
        Duration back,
        Duration soon,
        Duration drain,
        Duration refusing) {

    /// More are a server that leaves no pauses.
    static final int MOST_TRIES = 10;

    /// What a process takes to be there at most.
    private static final Duration TO_START = Duration.ofSeconds(2);

    /// Longer than a server lives here, so that silence counts against it but once.
    private static final int MISSES = 120;

    /// The usual one, with so long to link.
    public static Pace of(Duration link) {
        var soon = Duration.ofSeconds(5);
        var second = Duration.ofSeconds(1);
        return new Pace(link, second, MISSES, Duration.ofSeconds(10), soon, soon, second);
    }

    /// Whoever has not come again by then does not.
    Duration never() {
        return refusing.multipliedBy(2);
    }

    /// Until a pair of tokens that was good from the start of this is followed by the next.
    Duration longestToRefresh() {
        return link.plus(TO_START).multipliedBy(2);
    }
}
