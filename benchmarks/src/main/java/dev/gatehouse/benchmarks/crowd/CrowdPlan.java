package dev.gatehouse.benchmarks.crowd;

import dev.gatehouse.benchmarks.tool.Bound;
import dev.gatehouse.benchmarks.tool.Options;
import java.time.Duration;
import java.util.Set;

/// What a crowd is asked to do.
///
/// @param newcomers who come at once on one device, 2 to 2,000
/// @param runs one after the other, each on a device of its own, 1 to 10,000
/// @param within each run, 1 second to 10 minutes; who is not in or out then counts as broken
record CrowdPlan(int newcomers, int runs, Duration within) {

    static final String USAGE = "crowd [URL,...] [--newcomers 200] [--runs 100] [--within-seconds 60]";
    static final Set<String> OPTIONS = Set.of("--newcomers", "--runs", "--within-seconds");

    CrowdPlan {
        Bound.check("newcomers", newcomers, 2, 2_000);
        Bound.check("runs", runs, 1, 10_000);
        Bound.check("within", within, Duration.ofSeconds(1), Duration.ofMinutes(10));
    }

    /// @throws IllegalArgumentException if it makes no sense; the message is for people
    static CrowdPlan of(Options options) {
        return new CrowdPlan(
                options.number("--newcomers", 200),
                options.number("--runs", 100),
                options.seconds("--within-seconds", 60));
    }
}
