package dev.gatehouse.gameserver;

import java.util.random.RandomGenerator;

/// How long to wait before a lost link is opened again: shortly at first, then longer, and never for all servers of a
/// node at the same moment.
final class Backoff {

    /// After so many attempts, some two minutes, a link is given up: its instance has ended long before.
    static final int LAST_ATTEMPT = 90;

    private static final long FIRST_MILLIS = 100;
    private static final long MOST_MILLIS = 2_000;
    private static final int MOST_DOUBLINGS = 5;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /// @param attempt from 0
    /// @return half of the attempt's most at least
    long millisBefore(int attempt) {
        long most = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(attempt, MOST_DOUBLINGS));
        return random.nextLong(most / 2, most + 1);
    }
}
