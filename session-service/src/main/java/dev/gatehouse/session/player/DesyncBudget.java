package dev.gatehouse.session.player;

import dev.gatehouse.model.id.GameId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How much of desyncs may still be kept: so many bytes of each game from one day to the next. Knows the games of this
/// node, and so a few. From any thread.
final class DesyncBudget {

    private static final long DAY = Duration.ofDays(1).toNanos();

    private final long perDay;

    /// Guarded by this.
    private final Map<GameId, Day> days = new HashMap<>();

    /// @param since nanoseconds of a monotonic clock
    /// @param bytes kept since then
    private record Day(long since, long bytes) {}

    DesyncBudget(long bytesPerDay) {
        this.perDay = bytesPerDay;
    }

    /// @param now nanoseconds of a monotonic clock
    /// @return false if that is more than is left, and nothing is taken
    synchronized boolean take(GameId game, long bytes, long now) {
        var day = days.getOrDefault(game, new Day(now, 0));
        if (now - day.since >= DAY) {
            day = new Day(now, 0);
        }
        if (day.bytes + bytes > perDay) {
            return false;
        }
        days.put(game, new Day(day.since, day.bytes + bytes));
        return true;
    }
}
