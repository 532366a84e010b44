package dev.gatehouse.benchmarks.crowd;

import static java.util.stream.Collectors.joining;

import dev.gatehouse.benchmarks.tool.Distribution;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What came of all runs, for people.
record CrowdReport(CrowdPlan plan, List<URI> servers, List<CrowdRun> runs) {

    CrowdReport {
        servers = List.copyOf(servers);
        runs = List.copyOf(runs);
    }

    /// The runs that did not end as the policy says, with their numbers.
    List<String> broken() {
        var broken = new ArrayList<String>();
        for (int i = 0; i < runs.size(); i++) {
            var run = runs.get(i);
            if (!run.isAsThePolicySays()) {
                broken.add("  run %d: %d stayed, ended by code %s, the last heard after %d ms"
                        .formatted(i, run.stayed(), run.ends(), run.silence().toMillis()));
            }
        }
        return broken;
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("crowd: %d runs of %d newcomers on one device, at %s"
                .formatted(
                        plan.runs(),
                        plan.newcomers(),
                        servers.stream().map(URI::toString).collect(joining(", "))));
        lines.add("heard      the last of the others after "
                + Distribution.of(runs.stream()
                        .map(CrowdRun::silence)
                        .map(Duration::toNanos)
                        .toList()));
        var broken = broken();
        if (broken.isEmpty()) {
            lines.add("policy     exactly one stayed and all others were told so, every time");
        } else {
            lines.add("policy     BROKEN in %d of %d runs".formatted(broken.size(), runs.size()));
            lines.addAll(broken);
        }
        return lines;
    }
}
