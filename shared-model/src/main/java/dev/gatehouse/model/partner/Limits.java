package dev.gatehouse.model.partner;

/// The checks that every record of this package makes of what it was given.
final class Limits {

    static void length(String what, String text, int max) {
        if (text.isEmpty() || text.length() > max) {
            throw new IllegalArgumentException(
                    what + ": " + text.length() + " characters (expected: 1 to " + max + ")");
        }
    }

    static void between(String what, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(what + ": " + value + " (expected: " + min + " to " + max + ")");
        }
    }

    private Limits() {}
}
