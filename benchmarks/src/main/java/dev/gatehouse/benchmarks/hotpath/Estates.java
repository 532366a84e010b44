package dev.gatehouse.benchmarks.hotpath;

import dev.gatehouse.benchmarks.hotpath.Estate.Worker;
import dev.gatehouse.model.collection.ChunkedMap;
import dev.gatehouse.model.collection.ChunkedVector;
import java.util.stream.IntStream;
import org.pcollections.PSortedMap;
import org.pcollections.PVector;

/// Estates of a size, always the same ones.
final class Estates {

    /// In protobuf's encoding. What counts is that everybody encodes the same one; a test keeps the sizes in range.
    static Estate of10Kilobytes() {
        return with(185);
    }

    static Estate of100Kilobytes() {
        return with(1_700);
    }

    /// @param parts as many workers and as many stores
    private static Estate with(int parts) {
        PSortedMap<String, Integer> stores = ChunkedMap.empty();
        for (int i = 0; i < parts; i++) {
            stores = stores.plus("store-%05d".formatted(i), 37 * i);
        }
        PVector<Worker> workers = ChunkedVector.from(
                IntStream.range(0, parts).mapToObj(Estates::worker).toList());
        return new Estate("Ada of the hill", 1_234_567, 42, "The river is high.", stores, workers);
    }

    private static Worker worker(int number) {
        return new Worker(
                1_000_000L + number,
                "worker " + number,
                number % 100,
                number / 7.0,
                number % 3 == 0,
                ChunkedVector.from(
                        IntStream.range(0, 4).map(i -> number + i).boxed().toList()));
    }

    private Estates() {}
}
