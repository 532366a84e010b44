package dev.gatehouse.benchmarks.hotpath;

import java.util.Locale;
import java.util.stream.Stream;

/// What one benchmark may take: beside another, or by the clock. Benchmarks are named as in a report, such as
/// `CodecBenchmark.encodeOurs`.
sealed interface Goal {

    /// How much of what another benchmark takes. The least of each counts, which other work on the machine
    /// does not move.
    ///
    /// @param most such as 1.5: half as long again
    record Share(String benchmark, String beside, double most) implements Goal {}

    /// How long it may take. The median counts: the least of something short is a step of the clock.
    ///
    /// @param below microseconds
    record Time(String benchmark, double below) implements Goal {}

    /// What was measured, beside the goal.
    ///
    /// @param text for people
    record Verdict(boolean holds, String text) {

        @Override
        public String toString() {
            return (holds ? "holds   " : "MISSED  ") + text;
        }
    }

    /// The benchmarks that it takes to judge it.
    default Stream<String> benchmarks() {
        return switch (this) {
            case Share share -> Stream.of(share.benchmark, share.beside);
            case Time time -> Stream.of(time.benchmark);
        };
    }

    default Verdict judge(Readings readings) {
        return switch (this) {
            case Share share -> share(share, readings);
            case Time time -> time(time, readings);
        };
    }

    private static Verdict share(Share goal, Readings readings) {
        double share =
                readings.of(goal.benchmark).least() / readings.of(goal.beside).least();
        return new Verdict(
                share <= goal.most,
                "%s: %s %s (goal: at most %s it)"
                        .formatted(goal.benchmark, portion(share), goal.beside, portion(goal.most)));
    }

    private static String portion(double share) {
        return share < 1
                ? String.format(Locale.ROOT, "1/%.1f of", 1 / share)
                : String.format(Locale.ROOT, "%.2f times", share);
    }

    private static Verdict time(Time goal, Readings readings) {
        double median = readings.of(goal.benchmark).median();
        return new Verdict(
                median < goal.below,
                String.format(Locale.ROOT, "%s: %.2f us (goal: under %.2f us)", goal.benchmark, median, goal.below));
    }
}
