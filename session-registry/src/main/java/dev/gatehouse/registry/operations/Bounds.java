package dev.gatehouse.registry.operations;

import java.util.List;

/// How much operators may write.
final class Bounds {

    private static final int LONGEST_NAME = 64;

    static void name(String what, String value) {
        if (value.isBlank() || value.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    what + ": " + value.length() + " characters (expected: 1 to " + LONGEST_NAME + ")");
        }
    }

    static <T> List<T> list(String what, List<T> values, int most) {
        if (values.size() > most) {
            throw new IllegalArgumentException(what + ": " + values.size() + " (expected: at most " + most + ")");
        }
        return List.copyOf(values);
    }

    private Bounds() {}
}
