package dev.gatehouse.session.player.state;

import dev.gatehouse.model.codec.DecodeException;

/// What is stored for a player cannot be read or replayed by the game that is loaded here.
public final class UnreadablePlayerException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean isLater;

    public UnreadablePlayerException(String message) {
        this(message, false);
    }

    public UnreadablePlayerException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
        this.isLater = cause instanceof DecodeException unknown && isLater(unknown.kind());
    }

    private UnreadablePlayerException(String message, boolean isLater) {
        super(message);
        this.isLater = isLater;
    }

    /// For what says by itself that a later version wrote it.
    static UnreadablePlayerException later(String message) {
        return new UnreadablePlayerException(message, true);
    }

    /// Whether a later version of the game, or of the suite, has written it: there are nodes that can read it, or will
    /// be again. Not told by what is damaged, too old, or cannot be replayed.
    public boolean isLater() {
        return isLater;
    }

    private static boolean isLater(DecodeException.Kind kind) {
        return switch (kind) {
            case UNKNOWN_TYPE, UNKNOWN_MEMBER -> true;
            case MALFORMED, TOO_LARGE -> false;
        };
    }
}
