package dev.gatehouse.session.session;

/// Decides how long a silent client is waited for. Pure arithmetic over the times that are handed in, in
/// nanoseconds of a monotonic clock.
final class Patience {

    enum Due {
        NOTHING,
        /// Ask the client whether it is there.
        ASK,
        /// It did not answer: its socket counts as lost.
        GIVE_UP,
        /// Its announced pause has lasted too long.
        END_PAUSE
    }

    private final long keepAlive;
    private final long resumeWindow;
    private final long pauseLimit;

    private long lastHeard;
    private long lastAsked;
    private long asked;
    private boolean paused;
    private long pauseUntil;

    Patience(SessionProperties limits, long now) {
        this.keepAlive = limits.keepAlive().toNanos();
        this.resumeWindow = limits.resumeWindow().toNanos();
        this.pauseLimit = limits.pauseLimit().toNanos();
        this.lastHeard = now;
        this.lastAsked = now;
    }

    void heard(long now) {
        lastHeard = now;
    }

    /// @param expectedMillis how long the client means to be silent; it gets the resume window on top, up to the
    ///     limit
    void pause(long expectedMillis, long now) {
        long expected = Math.clamp(expectedMillis, 0, pauseLimit / 1_000_000) * 1_000_000;
        paused = true;
        pauseUntil = now + Math.min(expected + resumeWindow, pauseLimit);
    }

    void unpause() {
        paused = false;
    }

    Due due(long now) {
        if (paused) {
            return now - pauseUntil >= 0 ? Due.END_PAUSE : Due.NOTHING;
        }
        if (now - lastHeard >= 2 * keepAlive) {
            return Due.GIVE_UP;
        }
        boolean silent = now - lastHeard >= keepAlive;
        return silent && now - lastAsked >= keepAlive ? Due.ASK : Due.NOTHING;
    }

    /// Notes that the client is being asked.
    ///
    /// @return a number for the question
    long asked(long now) {
        lastAsked = now;
        return ++asked;
    }

    /// When a session that loses its socket now stops waiting for its client.
    long giveUpAt(long now) {
        long usual = now + resumeWindow;
        return paused && pauseUntil - usual > 0 ? pauseUntil : usual;
    }
}
