package dev.gatehouse.session.player.desync;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// How much of desyncs may still be kept: so many bytes of each game from one day to the next, and so many of one
/// player, who could otherwise use up its game's. Knows the games of this node, and so a few, and of each the bundles
/// that it has room for. From any thread.
final class DesyncBudget {

    private static final long DAY = Duration.ofDays(1).toNanos();

    private final DesyncProperties limits;

    /// Guarded by this.
    private final Map<GameId, Day> days = new HashMap<>();

    DesyncBudget(DesyncProperties limits) {
        this.limits = limits;
    }

    /// Takes the room for a bundle. One in place of an earlier one takes only what it is larger.
    ///
    /// @param id the bundle's own
    /// @param now nanoseconds of a monotonic clock
    /// @return false if that is more than is left, and nothing is taken
    synchronized boolean take(PlayerKey player, String id, int bytes, long now) {
        var day = days.get(player.gameId());
        if (day == null || now - day.since >= DAY) {
            day = new Day(now);
            days.put(player.gameId(), day);
        }
        return day.take(player.playerId(), id, bytes);
    }

    /// Whether nothing is left, whatever the size.
    synchronized boolean isSpent(PlayerKey player, long now) {
        var day = days.get(player.gameId());
        return day != null && now - day.since < DAY && day.isSpent(player.playerId());
    }

    /// What was kept of one game.
    private final class Day {

        /// Nanoseconds of a monotonic clock.
        private final long since;

        /// The bytes of each bundle by its id.
        private final Map<PlayerId, Map<String, Integer>> kept = new HashMap<>();

        private long bytes;

        private Day(long since) {
            this.since = since;
        }

        private boolean isSpent(PlayerId player) {
            return bytes >= limits.bytesPerDay() || ofPlayer(player) >= limits.playerBytesPerDay();
        }

        private long ofPlayer(PlayerId player) {
            return kept.getOrDefault(player, Map.of()).values().stream()
                    .mapToLong(Integer::longValue)
                    .sum();
        }

        private boolean take(PlayerId player, String id, int size) {
            long more = (long) size - kept.getOrDefault(player, Map.of()).getOrDefault(id, 0);
            if (bytes + more > limits.bytesPerDay() || ofPlayer(player) + more > limits.playerBytesPerDay()) {
                return false;
            }
            bytes += more;
            kept.computeIfAbsent(player, _ -> new HashMap<>()).put(id, size);
            return true;
        }
    }
}
