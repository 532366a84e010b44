package dev.gatehouse.model.protocol;

import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// Why something that was asked for was not done.
///
/// @param code for programs: one of [CallErrorCode] or the game's own, in lower case with underscores
/// @param message English, for people
/// @param retryable whether asking again may help, without anything being done twice
public record CallError(
        @Member(1) String code,
        @Member(2) String message,
        @Member(3) boolean retryable) {

    public static CallError of(CallErrorCode code) {
        return new CallError(code.wireName(), code.description(), code.isRetryable());
    }

    public static CallError of(CallErrorCode code, String message) {
        return new CallError(code.wireName(), message, code.isRetryable());
    }

    /// @throws IllegalArgumentException if a success has an error, or a failure none
    static void checkOutcome(boolean ok, @Nullable CallError error) {
        if (ok != (error == null)) {
            throw new IllegalArgumentException("error: " + (error == null ? "absent" : "present") + " with ok " + ok
                    + " (expected: one of the two)");
        }
    }
}
