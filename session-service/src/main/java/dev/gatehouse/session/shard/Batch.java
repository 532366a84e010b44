package dev.gatehouse.session.shard;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The writes of one pipeline, and whose they are.
final class Batch<W, R> {

    private final List<Writer<W, R>> writers = new ArrayList<>();
    private final List<W> writes = new ArrayList<>();

    void add(Writer<W, R> writer, W write) {
        writers.add(writer);
        writes.add(write);
    }

    boolean isEmpty() {
        return writes.isEmpty();
    }

    int size() {
        return writes.size();
    }

    List<W> writes() {
        return List.copyOf(writes);
    }

    /// Tells every writer that the end of its write is unknown.
    void unknown(Consumer<Runnable> runner) {
        writers.forEach(writer -> runner.accept(writer::unknown));
    }

    /// Tells every writer its result.
    ///
    /// @param runner runs each telling, so that one that fails does not keep the others from theirs
    void settle(List<R> results, Consumer<Runnable> runner) {
        if (results.size() != writers.size()) {
            throw new IllegalStateException(
                    "results: " + results.size() + " (expected: " + writers.size() + ", one per write)");
        }
        for (int i = 0; i < writers.size(); i++) {
            var writer = writers.get(i);
            var result = results.get(i);
            runner.accept(() -> writer.written(result));
        }
    }
}
