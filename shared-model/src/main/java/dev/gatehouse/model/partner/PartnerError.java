package dev.gatehouse.model.partner;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Every way a game server's request can be refused. The name in lower case is the code on the wire.
public enum PartnerError {
    MALFORMED(false, "The request is not the JSON it must be."),
    TOO_LARGE(false, "The request is longer than any may be."),
    UNKNOWN_REQUEST(false, "There is no request of this type."),
    INVALID_ARGUMENT(false, "An argument is missing, unknown or out of bounds."),
    UNAUTHENTICATED(false, "Both partner tokens are needed, each in its own header, signed and meant for this use."),
    TOKEN_EXPIRED(false, "The partner tokens have expired."),
    TOKEN_REVOKED(false, "The partner tokens are no longer the ones of this instance's server."),
    NOT_YOUR_INSTANCE(false, "The partner tokens are for another instance."),
    UNKNOWN_INSTANCE(false, "There is no such instance."),
    INSTANCE_OVER(false, "The instance is over; the server should stop."),
    ALREADY_LINKED(false, "Another link of the same server is live; the first one stays."),
    NOT_LINKED(false, "The server must link to its instance first."),
    WRONG_STATE(false, "The instance is not in a state for this."),
    OTHER_ADDRESS(false, "The instance has its server at another address, and its players know no other."),
    PLAYER_NOT_IN_INSTANCE(false, "A named player is not in the instance; nothing was done."),
    IDEMPOTENCY_KEY_TAKEN(false, "The key was used before, for another instance."),
    TOO_MANY_INSTANCES(true, "As many live instances come from the server as may; another may when one is over."),
    REFUSED_BY_GAME(false, "The game does not want this."),
    VERSION_CONFLICT(false, "Somebody else has changed the data since that version; nothing was done."),
    INSTANCE_FULL(false, "The instance has no room for so many players."),
    INSTANCE_DRAINING(false, "The instance takes no more players."),
    RECONNECT_NOT_OFFERED(
            false, "There is no way back to the instance to be had: not yet, not any more, or not for anybody."),
    TICKET_INVALID(false, "The ticket is not a ticket of this instance."),
    TICKET_EXPIRED(false, "The ticket has expired."),
    TICKET_USED(false, "The ticket has been used."),
    ACTION_REFUSED(false, "The player's session refused the action."),
    UNKNOWN_ACTION(false, "The game has no server action of this code, or not with these arguments."),
    UNSYNCHRONIZED_TOUCHES_CHECKSUMMED(false, "The action changes what only a synchronized one may."),
    UNKNOWN_PLAYER(false, "The player has never played."),
    TOO_MANY_WAITING(true, "Too many actions wait for the player already."),
    UNREADABLE_PLAYER(true, "The player's data cannot be read by the game that is loaded there."),
    PLAYER_UNREACHABLE(true, "The player's session node did not answer, or did not say whether it was done."),
    CONTENTION(true, "The instance changed too often at once."),
    UNAVAILABLE(true, "The service cannot do this right now.");

    private final boolean retryable;
    private final String message;

    PartnerError(boolean retryable, String message) {
        this.retryable = retryable;
        this.message = message;
    }

    /// The code on the wire, such as `already_linked`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether the same request may succeed later.
    public boolean retryable() {
        return retryable;
    }

    /// English, for people.
    public String message() {
        return message;
    }

    /// Empty for a code that only a newer service knows.
    public static Optional<PartnerError> of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(code))
                .findFirst();
    }
}
