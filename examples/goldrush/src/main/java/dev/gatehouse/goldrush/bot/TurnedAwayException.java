package dev.gatehouse.goldrush.bot;

/// The server let the player not in.
public final class TurnedAwayException extends Exception {

    private final String code;

    TurnedAwayException(String code) {
        super("turned away: " + code);
        this.code = code;
    }

    /// Such as `ticket_used`.
    public String code() {
        return code;
    }
}
