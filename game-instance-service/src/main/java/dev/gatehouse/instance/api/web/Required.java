package dev.gatehouse.instance.api.web;

import org.jspecify.annotations.Nullable;

/// Members that a body must have.
final class Required {

    static <T> T of(String member, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(member + ": absent (expected: a value)");
        }
        return value;
    }

    private Required() {}
}
