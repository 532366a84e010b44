package dev.gatehouse.benchmarks.hotpath;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;

/// What came out of one run of benchmarks that take samples.
///
/// @param byBenchmark such as `CodecBenchmark.encodeOurs`
record Readings(Map<String, Reading> byBenchmark) {

    /// What one benchmark took, in microseconds.
    record Reading(double least, double median) {}

    Readings {
        byBenchmark = Map.copyOf(byBenchmark);
    }

    static Readings of(Collection<RunResult> results) {
        return new Readings(results.stream().collect(toMap(Readings::name, Readings::reading)));
    }

    static String name(RunResult result) {
        return result.getParams().getBenchmark().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
    }

    private static Reading reading(RunResult result) {
        var samples = result.getPrimaryResult().getStatistics();
        return new Reading(samples.getMin(), samples.getPercentile(50));
    }

    /// @throws IllegalArgumentException if it did not run
    Reading of(String benchmark) {
        var reading = byBenchmark.get(benchmark);
        if (reading == null) {
            throw new IllegalArgumentException("benchmark: " + benchmark + " (expected: one that ran)");
        }
        return reading;
    }
}
