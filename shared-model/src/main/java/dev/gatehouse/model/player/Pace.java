package dev.gatehouse.model.player;

import java.time.Duration;

/// Where a session's ticks should be by real time: one that plays is neither faster nor much slower. Immutable.
public final class Pace {

    private final TimelineLimits limits;
    private final int ticksPerSecond;
    private final long tick;
    private final long nanos;

    /// What a position says of the client.
    public enum Verdict {
        IN_TIME,
        /// Past [TimelineLimits#ahead].
        AHEAD,
        /// Past [TimelineLimits#behind].
        BEHIND
    }

    private Pace(GameModel<?> game, long tick, long nanos) {
        this.limits = game.limits();
        this.ticksPerSecond = game.ticksPerSecond();
        this.tick = tick;
        this.nanos = nanos;
    }

    /// @param tick where the session begins
    /// @param nanos of a monotonic clock, then
    public static Pace from(GameModel<?> game, long tick, long nanos) {
        return new Pace(game, tick, nanos);
    }

    /// @param now nanoseconds of the same clock
    public Verdict at(long reached, long now) {
        // Whole ticks and a rest, so that no product overflows in a session of any length.
        long whole = (reached - tick) / ticksPerSecond;
        long rest = (reached - tick) % ticksPerSecond;
        var played = Duration.ofSeconds(whole).plusNanos(rest * 1_000_000_000L / ticksPerSecond);
        var ahead = played.minusNanos(now - nanos);
        if (ahead.compareTo(limits.ahead()) > 0) {
            return Verdict.AHEAD;
        }
        return ahead.negated().compareTo(limits.behind()) > 0 ? Verdict.BEHIND : Verdict.IN_TIME;
    }
}
