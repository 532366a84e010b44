package dev.gatehouse.benchmarks.hotpath;

import java.util.Locale;
import java.util.stream.Stream;

/// What one benchmark may take: beside another, or by the clock. Benchmarks are named as in a report, such as
/// `CodecBenchmark.encodeOurs`.
sealed interface Goal {

    /// How much of what another benchmark takes. Of each JVM the least counts, which other work on
    /// the machine does not move. Of all JVMs the slowest does, as one may compile the same code
    /// worse than another, beside the middle one of the other benchmark.
    ///
    /// @param most such as 1.5: half as long again
    record Share(String benchmark, String beside, double most) implements Goal {}

    /// How long it may take, in the slowest JVM. The median counts: the least of something short is a step of the
    /// clock.
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
        var ours = readings.least(goal.benchmark);
        double other = readings.least(goal.beside).middle();
        double slowest = ours.slowest() / other;
        return new Verdict(
                slowest <= goal.most,
                "%s: %s to %s of %s (goal: at most %s)"
                        .formatted(
                                goal.benchmark,
                                portion(ours.fastest() / other),
                                portion(slowest),
                                goal.beside,
                                portion(goal.most)));
    }

    private static String portion(double share) {
        return share < 0.5
                ? String.format(Locale.ROOT, "1/%.1f", 1 / share)
                : String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private static Verdict time(Time goal, Readings readings) {
        var median = readings.median(goal.benchmark);
        return new Verdict(
                median.slowest() < goal.below,
                String.format(
                        Locale.ROOT,
                        "%s: %.2f to %.2f us (goal: under %.2f us)",
                        goal.benchmark,
                        median.fastest(),
                        median.slowest(),
                        goal.below));
    }
}
