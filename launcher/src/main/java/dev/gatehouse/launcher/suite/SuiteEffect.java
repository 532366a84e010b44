package dev.gatehouse.launcher.suite;

import java.util.List;

/// What is to be done next.
public sealed interface SuiteEffect {

    /// Starts these at the same time.
    record Start(List<String> names) implements SuiteEffect {}

    record Say(String line) implements SuiteEffect {}

    record SayReady(String name) implements SuiteEffect {}

    /// Shows the end of a log, because its process failed.
    record ShowLog(String name) implements SuiteEffect {}

    /// Everything runs: the work can begin.
    record Open() implements SuiteEffect {}

    /// Stops these, a stage after the other.
    record Stop(List<List<String>> stages) implements SuiteEffect {}
}
