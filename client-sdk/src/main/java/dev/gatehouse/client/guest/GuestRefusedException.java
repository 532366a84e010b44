package dev.gatehouse.client.guest;

/// No account was given.
public final class GuestRefusedException extends Exception {

    /// The code of an answer that holds none, and of no answer.
    public static final int NO_CODE = 0;

    private final int code;

    GuestRefusedException(int code, String message) {
        super(message);
        this.code = code;
    }

    /// As in docs/errors.md, or [#NO_CODE].
    public int code() {
        return code;
    }
}
