package dev.gatehouse.session.player.state;

/// What is stored for a player cannot be read or replayed by the game that is loaded here.
public final class UnreadablePlayerException extends Exception {

    private static final long serialVersionUID = 1;

    public UnreadablePlayerException(String message) {
        super(message);
    }

    public UnreadablePlayerException(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
