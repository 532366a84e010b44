package dev.gatehouse.benchmarks.hotpath;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/// What came out of one run of benchmarks that take samples.
///
/// @param byBenchmark such as `CodecBenchmark.encodeOurs`: a reading of each JVM that it ran in
record Readings(Map<String, List<Reading>> byBenchmark) {

    /// What one benchmark took in one JVM, in microseconds.
    record Reading(double least, double median) {}

    /// One figure of all JVMs, in microseconds.
    ///
    /// @param middle the lower one of two
    record Spread(double fastest, double middle, double slowest) {}

    Readings {
        byBenchmark = Map.copyOf(byBenchmark);
    }

    static Readings of(Collection<RunResult> results) {
        return new Readings(results.stream().collect(toMap(Readings::name, Readings::ofEachJvm)));
    }

    static String name(RunResult result) {
        return result.getParams().getBenchmark().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
    }

    private static List<Reading> ofEachJvm(RunResult result) {
        return result.getBenchmarkResults().stream().map(Readings::reading).toList();
    }

    private static Reading reading(BenchmarkResult jvm) {
        var samples = jvm.getPrimaryResult().getStatistics();
        return new Reading(samples.getMin(), samples.getPercentile(50));
    }

    /// The least that it took in each JVM.
    ///
    /// @throws IllegalArgumentException if it did not run
    Spread least(String benchmark) {
        return spread(benchmark, Reading::least);
    }

    /// The median of each JVM.
    ///
    /// @throws IllegalArgumentException if it did not run
    Spread median(String benchmark) {
        return spread(benchmark, Reading::median);
    }

    private Spread spread(String benchmark, ToDoubleFunction<Reading> figure) {
        var sorted = byBenchmark.getOrDefault(benchmark, List.of()).stream()
                .mapToDouble(figure)
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("benchmark: " + benchmark + " (expected: one that ran)");
        }
        int last = sorted.length - 1;
        return new Spread(sorted[0], sorted[last / 2], sorted[last]);
    }
}
