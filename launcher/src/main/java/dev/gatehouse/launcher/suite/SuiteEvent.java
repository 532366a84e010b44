package dev.gatehouse.launcher.suite;

/// What happened to the suite.
public sealed interface SuiteEvent {

    record Begun() implements SuiteEvent {}

    record BecameReady(String name) implements SuiteEvent {}

    /// A process could not be started, or did not become ready in time.
    record Failed(String name, String why) implements SuiteEvent {}

    /// A process is gone.
    ///
    /// @param status its exit status; 128 and more for a signal, such as 137 for a kill
    record Died(String name, long pid, int status) implements SuiteEvent {}

    /// Some time has passed without news.
    ///
    /// @param seconds since the start, or since the stop once that has begun
    record TimePassed(long seconds) implements SuiteEvent {}

    /// Somebody wants the suite to end: Ctrl-C, the end of the story.
    record StopAsked(int status, String why) implements SuiteEvent {}

    /// Every process that was told to stop is gone.
    record AllStopped() implements SuiteEvent {}
}
