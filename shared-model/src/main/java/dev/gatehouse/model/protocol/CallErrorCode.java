package dev.gatehouse.model.protocol;

import java.util.Locale;

/// Why the suite itself did not do what was asked for. Games have codes of their own beside these.
public enum CallErrorCode {
    TIMEOUT(false, "No answer came in time; it may have been carried out all the same."),
    CANCELLED(false, "The caller does not wait any more."),
    UNKNOWN_METHOD(false, "There is no such method."),
    INVALID_ARGUMENTS(false, "The arguments do not fit the method."),
    SERVER_ERROR(false, "The game's code failed."),
    SESSION_MOVED(true, "The session has a new owner, and what it had open is gone."),
    TOO_MANY(true, "Too many are open already."),
    UNAVAILABLE(true, "This cannot be done just now."),
    NOT_ALLOWED(false, "This is not for this client."),
    UNAUTHENTICATED(false, "This is only for clients that have logged in."),
    NOT_FOUND(false, "There is no such thing."),
    REFUSED(false, "The game's code refused."),
    INVALID_TOKEN(false, "The token is not good.");

    private final boolean retryable;
    private final String description;

    CallErrorCode(boolean retryable, String description) {
        this.retryable = retryable;
        this.description = description;
    }

    /// As in [CallError#code].
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isRetryable() {
        return retryable;
    }

    /// English, for people.
    public String description() {
        return description;
    }
}
