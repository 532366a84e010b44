package dev.gatehouse.instance.rules;

/// A game has a say in this, and its code cannot be reached.
public final class RulesUnavailableException extends Exception {

    private static final long serialVersionUID = 1;

    public RulesUnavailableException(String message) {
        super(message);
    }

    public RulesUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
