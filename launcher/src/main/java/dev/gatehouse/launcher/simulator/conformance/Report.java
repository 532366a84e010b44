package dev.gatehouse.launcher.simulator.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What the checks have come to. Safe to use from any thread.
public final class Report {

    private final Map<Check, Verdict> verdicts = new EnumMap<>(Check.class); // Guarded by this.

    synchronized void judged(Check check, Verdict verdict) {
        verdicts.put(check, verdict);
    }

    void skipped(String why, Check... checks) {
        for (Check each : checks) {
            judged(each, new Verdict.NotJudged(why));
        }
    }

    public synchronized Verdict of(Check check) {
        return verdicts.getOrDefault(check, new Verdict.NotJudged("the check was broken off"));
    }

    public boolean allHold() {
        return Arrays.stream(Check.values()).allMatch(check -> of(check).holds());
    }

    /// A plan, and a line for each check.
    public List<String> lines() {
        var lines = new ArrayList<>(List.of("1.." + Check.values().length));
        for (Check each : Check.values()) {
            lines.add(each.line(of(each)));
        }
        return lines;
    }
}
