package dev.gatehouse.benchmarks.swarm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What came of the players of a node that was paused for longer than its leases.
///
/// @param fenced players that the node found it had lost, as it counts itself
/// @param latency from when it went on until it had let go of the last of them; a look late at most
/// @param moved guests whose session went on at another node
/// @param astray nuggets that the server has too many or too few of, of all guests: each write of the old owner's that
///     was accepted beside the new one's shows here
record FencingReport(long fenced, Duration latency, long moved, long astray) implements Observation {

    /// @param trips of all guests
    static FencingReport of(long fenced, Duration latency, List<Trip> trips) {
        long moved =
                trips.stream().filter(trip -> trip.timings().back() != null).count();
        long astray = trips.stream()
                .map(Trip::gold)
                .mapToLong(gold -> gold.kept() == null ? 0 : Math.abs(gold.kept() - gold.here()))
                .sum();
        return new FencingReport(fenced, latency, moved, astray);
    }

    @Override
    public List<String> broken() {
        var broken = new ArrayList<String>();
        if (fenced < moved) {
            broken.add("the paused node let go of %d players (expected: at least those that moved, %d)"
                    .formatted(fenced, moved));
        }
        if (astray != 0) {
            broken.add("%d nuggets astray (expected: none)".formatted(astray));
        }
        return broken;
    }

    @Override
    public List<String> lines() {
        return List.of(String.format(
                Locale.ROOT,
                "fenced     %,d players, the last %.1f s after the node went on; %,d sessions moved, %,d nuggets astray",
                fenced,
                latency.toMillis() / 1_000.0,
                moved,
                astray));
    }
}
