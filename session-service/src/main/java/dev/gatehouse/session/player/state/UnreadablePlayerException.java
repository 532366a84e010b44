package dev.gatehouse.session.player.state;

import dev.gatehouse.model.codec.DecodeException;
import org.jspecify.annotations.Nullable;

/// What is stored for a player cannot be read or replayed by the game that is loaded here.
public final class UnreadablePlayerException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean isLater;

    public UnreadablePlayerException(String message) {
        this(message, null, false);
    }

    public UnreadablePlayerException(String message, Throwable cause) {
        this(message, cause, false);
    }

    UnreadablePlayerException(String message, @Nullable Throwable cause, boolean isLater) {
        super(cause == null ? message : message + ": " + cause.getMessage(), cause);
        this.isLater = isLater;
    }

    /// Whether a later version of the game, or of the suite, has written it: there are nodes that can read it, or will
    /// be again. Not told by what is damaged, too old, or cannot be replayed.
    public boolean isLater() {
        return isLater;
    }

    /// Whether a later writer may have been right to say that.
    static boolean isUnknown(DecodeException.Kind kind) {
        return switch (kind) {
            case UNKNOWN_TYPE, UNKNOWN_MEMBER -> true;
            case MALFORMED, TOO_LARGE -> false;
        };
    }
}
