package dev.gatehouse.launcher.simulator.conformance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the checks have come to. Safe to use from any thread.
public final class Report {

    private final Set<Check> asked;
    private final Map<Check, Verdict> verdicts = new EnumMap<>(Check.class); // Guarded by this.

    /// @param asked the checks that count
    Report(Set<Check> asked) {
        this.asked = EnumSet.copyOf(asked);
    }

    /// Whether any check that counts shows in this life.
    boolean wants(Life life) {
        return asked.stream().anyMatch(check -> check.life() == life);
    }

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
        return asked.stream().allMatch(check -> of(check).holds());
    }

    /// A plan, and a line for each check.
    public List<String> lines() {
        var lines = new ArrayList<>(List.of("1.." + asked.size()));
        for (Check each : asked) {
            lines.add(each.line(of(each)));
        }
        return lines;
    }
}
