package dev.gatehouse.session.session;

import dev.gatehouse.session.session.PlayTime.Interruption;
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
    private final PlayTime playTime;

    private long lastHeard;
    private long lastAsked;
    private long asked;
    private boolean paused;
    private long pauseUntil;
    private long pausedUntilMillis;

    /// Whether another node has heard of the pause. Its client may have come back, and the node been
    /// lost, before that was stored.
    private boolean hearsay;

    /// What of that another node would know.
    private long savedUntilMillis;

    Patience(SessionWorld world, long now) {
        this(world, new PlayTime(world.clock()), now);
    }

    private Patience(SessionWorld world, PlayTime playTime, long now) {
        var limits = world.limits();
        this.keepAlive = limits.keepAlive().toNanos();
        this.resumeWindow = limits.resumeWindow().toNanos();
        this.pauseLimit = limits.pauseLimit().toNanos();
        this.clock = world.clock();
        this.playTime = playTime;
        this.lastHeard = now;
        this.lastAsked = now;
    }

    /// As another node left it. Nobody knows when that one last heard the client.
    static Patience goingOn(SessionWorld world, StoredSession stored, long now) {
        var patience = new Patience(world, PlayTime.goingOn(world.clock(), stored.playTime(), now), now);
        patience.lastHeard = now - patience.resumeWindow;
        patience.savedUntilMillis = stored.pausedUntil();
        long left = stored.pausedUntil() - patience.clock.millis();
        if (left > 0) {
            patience.pauseFor(Math.min(left, patience.pauseLimit / NANOS), now);
            patience.hearsay = true;
        }
        return patience;
    }

    /// @return for how long the client had not been heard, in nanoseconds
    long heard(long now) {
        long silence = now - lastHeard;
        lastHeard = now;
        playTime.goesOn(Interruption.AWAY, now);
        return silence;
    }

    /// @param expectedMillis how long the client means to be silent; it gets the resume window on top, up to the
    ///     limit
    void pause(long expectedMillis, long now) {
        long expected = Math.clamp(expectedMillis, 0, pauseLimit / NANOS);
        pauseFor(Math.min(expected + resumeWindow / NANOS, pauseLimit / NANOS), now);
    }

    private void pauseFor(long millis, long now) {
        paused = true;
        hearsay = false;
        pauseUntil = now + millis * NANOS;
        pausedUntilMillis = clock.millis() + millis;
        playTime.interrupted(Interruption.PAUSED, now);
    }

    void unpause(long now) {
        paused = false;
        pausedUntilMillis = 0;
        playTime.goesOn(Interruption.PAUSED, now);
    }

    /// Hears when the client cannot play, and when it can again.
    PlayTime playTime() {
        return playTime;
    }

    /// The record of a session with what another node needs of this.
    StoredSession in(StoredSession session) {
        return session.spending(playTime.stored(), pausedUntilMillis);
    }

    /// Another node would know this much.
    void saved(StoredSession known) {
        savedUntilMillis = known.pausedUntil();
        playTime.saved(known.playTime());
    }

    boolean isSaved() {
        return savedUntilMillis == pausedUntilMillis && playTime.isSaved();
    }

    /// Ends a pause that only another node has heard of, where it is over and the client is there.
    Due due(long now) {
        if (paused && hearsay && now - pauseUntil >= 0 && now - lastHeard < keepAlive) {
            unpause(now);
        }
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

    /// Its socket is lost.
    ///
    /// @return when it stops waiting for its client
    long lost(long now) {
        playTime.interrupted(Interruption.AWAY, now);
        return atLeast(now + resumeWindow);
    }

    /// A time, or the end of the announced pause where that is later.
    long atLeast(long usual) {
        return paused && pauseUntil - usual > 0 ? pauseUntil : usual;
    }
}
