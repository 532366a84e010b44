package dev.gatehouse.goldrush.dedicated;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Ends the game in time where its instance is drained: whoever is down the mine may dig until
/// shortly before. Safe to use from any thread.
final class LastShift {

    /// Enough for the word to arrive.
    private static final Duration BEFORE = Duration.ofSeconds(1);

    private final Backstage backstage;
    private final InstantSource time;
    private final ScheduledExecutorService timer;
    private @Nullable Instant end; // Absent while the mine is not drained. Guarded by this, as is the next.
    private @Nullable Future<?> planned;

    LastShift(Backstage backstage, InstantSource time, ScheduledExecutorService timer) {
        this.backstage = backstage;
        this.time = time;
        this.timer = timer;
    }

    /// The game must be over by then; the earliest of several counts.
    synchronized void endBy(Instant deadline) {
        if (end == null || deadline.isBefore(end)) {
            end = deadline;
            if (planned != null) {
                planned.cancel(false);
            }
            var left = Duration.between(time.instant(), deadline.minus(BEFORE));
            planned =
                    timer.schedule(() -> backstage.end("the mine is drained"), left.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
