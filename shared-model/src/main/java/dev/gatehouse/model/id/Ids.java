package dev.gatehouse.model.id;

/// What every id must be: short, printable ASCII without spaces, braces or quotes, so that it is safe in a Redis key, a
/// header and a log line.
final class Ids {

    static void check(String what, String value, int maxLength) {
        if (value.isEmpty() || value.length() > maxLength || !value.chars().allMatch(Ids::isAllowed)) {
            throw new IllegalArgumentException(what + ": " + value.length() + " characters (expected: 1 to " + maxLength
                    + " of A-Z a-z 0-9 . _ : @ | ~ + = -)");
        }
    }

    private static boolean isAllowed(int character) {
        return between('a', character, 'z')
                || between('A', character, 'Z')
                || between('0', character, '9')
                || "._:@|~+=-".indexOf(character) >= 0;
    }

    private static boolean between(char first, int character, char last) {
        return first <= character && character <= last;
    }

    private Ids() {}
}
