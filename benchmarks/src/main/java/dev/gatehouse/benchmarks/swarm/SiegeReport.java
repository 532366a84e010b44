package dev.gatehouse.benchmarks.swarm;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;

import dev.gatehouse.benchmarks.tool.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came of a siege.
///
/// @param knocks in their order
/// @param before threads of the processes that were not paused
/// @param after the same, as the paused one goes on
record SiegeReport(List<Knock> knocks, Threads before, Threads after) implements Observation {

    /// A process that waits with a thread for each request has many more in seconds.
    private static final int MORE_THREADS = 64;

    SiegeReport {
        knocks = List.copyOf(knocks);
    }

    @Override
    public List<String> broken() {
        var broken = new ArrayList<String>();
        if (knocks.isEmpty()) {
            broken.add("no newcomer came while it was paused");
        }
        for (var knock : knocks) {
            if (!knock.isAnswered()) {
                broken.add("a newcomer heard " + knock.code() + " (expected: to be let in, or 1209)");
            }
        }
        if (after.count().isEmpty()) {
            broken.add("nobody's threads could be counted (expected: those of each process, in /proc)");
        }
        after.count().forEach((name, threads) -> {
            int most = before.count().getOrDefault(name, 0) + MORE_THREADS;
            if (threads > most) {
                broken.add("%s had %d threads (expected: at most %d)".formatted(name, threads, most));
            }
        });
        return broken;
    }

    @Override
    public List<String> lines() {
        return List.of(
                "newcomers  %d while it was paused: %s; each knew after %s"
                        .formatted(
                                knocks.size(),
                                outcomes(),
                                Distribution.of(
                                        knocks.stream().map(Knock::nanos).toList())),
                "threads    " + threads());
    }

    private String outcomes() {
        Map<Integer, Long> byCode = knocks.stream().collect(groupingBy(Knock::code, TreeMap::new, counting()));
        return byCode.entrySet().stream()
                .map(entry -> entry.getKey() == Knock.LET_IN
                        ? entry.getValue() + " let in"
                        : entry.getValue() + " heard " + entry.getKey())
                .collect(joining(", "));
    }

    private String threads() {
        return new TreeMap<>(after.count())
                .entrySet().stream()
                        .map(entry -> "%s %d -> %d"
                                .formatted(
                                        entry.getKey(),
                                        before.count().getOrDefault(entry.getKey(), 0),
                                        entry.getValue()))
                        .collect(joining(", "));
    }
}
