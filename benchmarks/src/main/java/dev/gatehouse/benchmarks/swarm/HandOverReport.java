package dev.gatehouse.benchmarks.swarm;

import java.util.List;
import java.util.Locale;

/// Whom a session node had when it was told to stop.
///
/// @param sessions those in recovery too, as it counts itself
record HandOverReport(long sessions) implements Observation {

    @Override
    public List<String> broken() {
        return sessions > 0 ? List.of() : List.of("the node that was told to stop had no session");
    }

    @Override
    public List<String> lines() {
        return List.of(String.format(Locale.ROOT, "sessions   %,d at the node that was told to stop", sessions));
    }
}
