package dev.gatehouse.registry.operations;

import dev.gatehouse.model.schema.Member;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Keeps a player out.
///
/// @param until absent for good
/// @param message for the player; absent to say nothing of its own
public record Ban(
        @Member(1) @Nullable Instant until,
        @Member(2) @Nullable String message) {

    private static final int LONGEST_MESSAGE = 500;

    public Ban {
        if (until != null && until.toEpochMilli() < 1) {
            throw new IllegalArgumentException("until: " + until + " (expected: after 1970)");
        }
        if (message != null && (message.isBlank() || message.length() > LONGEST_MESSAGE)) {
            throw new IllegalArgumentException(
                    "message: " + message.length() + " characters (expected: 1 to " + LONGEST_MESSAGE + ", or absent)");
        }
    }

    public boolean isOver(Instant now) {
        return until != null && !now.isBefore(until);
    }
}
