package dev.gatehouse.model.player;

import java.time.Duration;
import java.time.Instant;

/// What an action may know besides the model and its own arguments: the model's time, which is the same on both sides.
///
/// @param tick how many ticks this player's timeline has run, from 0
/// @param ticksPerSecond how many of them make a second of play
/// @param startedAt when the timeline was started, by the server's clock of then
public record ActionContext(long tick, int ticksPerSecond, Instant startedAt) {

    private static final long MILLIS_PER_SECOND = 1_000;

    /// How long has been played, in whole milliseconds.
    public Duration played() {
        long rest = tick % ticksPerSecond * MILLIS_PER_SECOND / ticksPerSecond;
        return Duration.ofSeconds(tick / ticksPerSecond).plusMillis(rest);
    }

    /// The model's time: when the timeline was started and what was played since. It stands still while
    /// nobody plays, so it is the time of day only in the first session.
    public Instant now() {
        return startedAt.plus(played());
    }
}
