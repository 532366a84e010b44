package dev.gatehouse.client.guest;

import java.util.OptionalInt;

/// No account was given.
public final class GuestRefusedException extends Exception {

    private final transient OptionalInt code;

    GuestRefusedException(int code, String message) {
        super(message);
        this.code = OptionalInt.of(code);
    }

    /// Without a code: there was no answer, or one that nobody can read.
    GuestRefusedException(String message, Throwable cause) {
        super(message, cause);
        this.code = OptionalInt.empty();
    }

    /// As in docs/errors.md; empty where the server did not say one.
    public OptionalInt code() {
        return code;
    }
}
