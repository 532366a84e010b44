package dev.gatehouse.launcher.suite;

import java.util.List;
import java.util.SortedSet;

/// How far the suite has come.
public sealed interface SuiteState {

    /// Nothing is started yet.
    ///
    /// @param stages the names of what is started, together within a stage, one stage after the other
    record Planned(List<List<String>> stages) implements SuiteState {}

    /// The stages up to `stage` are started, and these of the last one are not ready yet.
    record Starting(List<List<String>> stages, int stage, SortedSet<String> awaited) implements SuiteState {}

    /// @param stages the names of what still runs
    record Running(List<List<String>> stages) implements SuiteState {}

    /// Everything is told to stop, these stages one after the other; the status to end with is settled.
    record Stopping(int status, List<List<String>> left) implements SuiteState {}

    record Ended(int status) implements SuiteState {}
}
