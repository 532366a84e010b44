package dev.gatehouse.session.session;

import java.time.InstantSource;

/// Decides how long a silent client is waited for. Pure arithmetic over the times that are handed in, in
/// nanoseconds of a monotonic clock; the end of a pause is known in wall time as well, for another node.
final class Patience {

    /// In a millisecond.
    private static final long NANOS = 1_000_000;

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
    private final InstantSource clock;

    private long lastHeard;
    private long lastAsked;
    private long asked;
    private boolean paused;
    private long pauseUntil;
    private long pausedUntilMillis;

    /// What of that another node would know.
    private long savedUntilMillis;

    Patience(SessionWorld world, long now) {
        var limits = world.limits();
        this.keepAlive = limits.keepAlive().toNanos();
        this.resumeWindow = limits.resumeWindow().toNanos();
        this.pauseLimit = limits.pauseLimit().toNanos();
        this.clock = world.clock();
        this.lastHeard = now;
        this.lastAsked = now;
    }

    /// As another node left it.
    ///
    /// @param pausedUntilMillis see [#pausedUntilMillis]
    static Patience goingOn(SessionWorld world, long pausedUntilMillis, long now) {
        var patience = new Patience(world, now);
        patience.saved(pausedUntilMillis);
        long left = pausedUntilMillis - patience.clock.millis();
        if (left > 0) {
            patience.pauseFor(Math.min(left, patience.pauseLimit / NANOS), now);
        }
        return patience;
    }

    void heard(long now) {
        lastHeard = now;
    }

    /// @param expectedMillis how long the client means to be silent; it gets the resume window on top, up to the
    ///     limit
    void pause(long expectedMillis, long now) {
        long expected = Math.clamp(expectedMillis, 0, pauseLimit / NANOS);
        pauseFor(Math.min(expected + resumeWindow / NANOS, pauseLimit / NANOS), now);
    }

    private void pauseFor(long millis, long now) {
        paused = true;
        pauseUntil = now + millis * NANOS;
        pausedUntilMillis = clock.millis() + millis;
    }

    void unpause() {
        paused = false;
        pausedUntilMillis = 0;
    }

    /// When the announced pause has lasted too long, in ms since 1970; 0 where none is announced.
    long pausedUntilMillis() {
        return pausedUntilMillis;
    }

    /// Another node would know of this pause.
    void saved(long untilMillis) {
        savedUntilMillis = untilMillis;
    }

    boolean isSaved() {
        return savedUntilMillis == pausedUntilMillis;
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
        return atLeast(now + resumeWindow);
    }

    /// A time, or the end of the announced pause where that is later.
    long atLeast(long usual) {
        return paused && pauseUntil - usual > 0 ? pauseUntil : usual;
    }
}
