package dev.gatehouse.model.partner;

import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// The answer to one [GameServerRequest]: a value, or why not.
///
/// @param id the request's; empty where the request was too broken to have one
/// @param value what the request's own comment promises, or `{}`; absent where `ok` is false
/// @param error absent where `ok` is true
public record GameServerAnswer(
        @Member(1) String id,
        @Member(2) boolean ok,
        @Member(3) @Nullable JsonText value,
        @Member(4) @Nullable Failure error) {

    /// Why a request was refused.
    ///
    /// @param code a [PartnerError]'s, or one that a newer service knows
    /// @param message English, for people
    /// @param retryable whether the same request may succeed later
    public record Failure(
            @Member(1) String code,
            @Member(2) String message,
            @Member(3) boolean retryable) {

        public static Failure of(PartnerError error) {
            return new Failure(error.code(), error.message(), error.retryable());
        }
    }

    public static GameServerAnswer done(String id, JsonText value) {
        return new GameServerAnswer(id, true, value, null);
    }

    public static GameServerAnswer done(String id) {
        return done(id, JsonText.EMPTY_OBJECT);
    }

    public static GameServerAnswer refused(String id, Failure why) {
        return new GameServerAnswer(id, false, null, why);
    }

    public static GameServerAnswer refused(String id, PartnerError why) {
        return refused(id, Failure.of(why));
    }
}
