package dev.gatehouse.benchmarks.tool;

/// Refuses what is out of bounds, in one wording.
public final class Bound {

    /// @throws IllegalArgumentException naming the value and what was expected
    public static <T extends Comparable<T>> void check(String name, T value, T least, T most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException("%s: %s (expected: %s to %s)".formatted(name, value, least, most));
        }
    }

    private Bound() {}
}
