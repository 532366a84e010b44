package dev.gatehouse.simulation;

import dev.gatehouse.simulation.check.Figures;
import dev.gatehouse.simulation.check.History;
import dev.gatehouse.simulation.check.Promise;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/// Many seeds, as many at a time as there are processors. Each is a world of its own.
final class Seeds {

    private final Plants plants;
    private final Figures figures = new Figures();
    private final ConcurrentSkipListMap<Long, History> failing = new ConcurrentSkipListMap<>();

    Seeds(Plants plants) {
        this.plants = plants;
    }

    /// Runs so many seeds.
    Seeds run(long from, long count) {
        LongStream.range(from, from + count).parallel().forEach(seed -> {
            var history = Simulation.run(seed, false, plants);
            add(history.figures());
            if (!history.isClean()) {
                failing.put(seed, history);
            }
        });
        return this;
    }

    private synchronized void add(Figures more) {
        figures.add(more);
    }

    Figures figures() {
        return figures;
    }

    /// How often a promise was broken.
    long broken(Promise promise) {
        return failing.values().stream()
                .flatMap(history -> history.violations().stream())
                .filter(violation -> violation.promise() == promise)
                .count();
    }

    int failing() {
        return failing.size();
    }

    /// The first promise that each of the lowest failing seeds broke, a line for each.
    String summary(int most) {
        return failing.entrySet().stream()
                .limit(most)
                .map(each -> "seed %d: %s%n"
                        .formatted(each.getKey(), each.getValue().violations().getFirst()))
                .collect(Collectors.joining());
    }

    /// The lowest seed with a broken promise.
    Optional<Long> firstFailing() {
        return failing.isEmpty() ? Optional.empty() : Optional.of(failing.firstKey());
    }

    /// What broke in a seed, how it is repeated, and the end of its trace: it is run once more for that.
    static String report(long seed, Plants plants) {
        var history = Simulation.run(seed, true, plants);
        return "seed %d: %s%n  again: ./gatehouse sim %d%n%s"
                .formatted(seed, history.violations(), seed, String.join(System.lineSeparator(), history.tail()));
    }
}
