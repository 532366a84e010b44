package dev.gatehouse.model.player;

import org.jspecify.annotations.Nullable;

/// What a game's code threw, without what it says: its type and where it was thrown, and those of what caused it.
final class UnquotedFailure extends Exception {

    private static final int MAX_CAUSES = 8;

    private UnquotedFailure(Throwable thrown, @Nullable UnquotedFailure cause) {
        super(thrown.getClass().getName(), cause);
        setStackTrace(thrown.getStackTrace());
    }

    static UnquotedFailure of(Throwable thrown) {
        return of(thrown, MAX_CAUSES);
    }

    private static UnquotedFailure of(Throwable thrown, int causes) {
        var cause = thrown.getCause();
        return new UnquotedFailure(thrown, cause == null || causes == 0 ? null : of(cause, causes - 1));
    }
}
