package dev.gatehouse.model.partner;

import java.util.HashSet;
import java.util.stream.Stream;

/// The checks that every record of this package makes of what it was given.
final class Limits {

    static void length(String what, String text, int max) {
        if (text.isEmpty() || text.length() > max) {
            throw new IllegalArgumentException(
                    what + ": " + text.length() + " characters (expected: 1 to " + max + ")");
        }
    }

    /// What stands in a Redis key, a path and a log line.
    static void name(String what, String text, int max) {
        length(what, text, max);
        if (!text.chars().allMatch(Limits::isOfAName)) {
            throw new IllegalArgumentException(what + ": (expected: letters, digits, dot, dash and underscore)");
        }
    }

    private static boolean isOfAName(int character) {
        return ('a' <= character && character <= 'z')
                || ('A' <= character && character <= 'Z')
                || ('0' <= character && character <= '9')
                || "._-".indexOf(character) >= 0;
    }

    static void between(String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + ": " + value + " (expected: " + min + " to " + max + ")");
        }
    }

    static void distinct(String what, Stream<?> values) {
        var seen = new HashSet<Object>();
        if (!values.allMatch(seen::add)) {
            throw new IllegalArgumentException(what + ": one is named twice (expected: each once)");
        }
    }

    private Limits() {}
}
