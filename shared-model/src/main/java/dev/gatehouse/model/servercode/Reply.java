package dev.gatehouse.model.servercode;

import dev.gatehouse.model.protocol.CallError;
import org.jspecify.annotations.Nullable;

/// What a method of a [ServerRpc] class says that may refuse.
///
/// @param <T> the type of the answer where it does not
public sealed interface Reply<T> {

    record Value<T>(@Nullable T value) implements Reply<T> {}

    /// @param error with a code of the game's own
    record Refused<T>(CallError error) implements Reply<T> {}

    static <T> Reply<T> of(T value) {
        return new Value<>(value);
    }

    /// Of a method that has nothing to say when it does not refuse.
    static Reply<Void> done() {
        return new Value<>(null);
    }

    /// @param code for programs, in lower case with underscores
    /// @param message English, for people; the client sees it
    static <T> Reply<T> refused(String code, String message) {
        return new Refused<>(new CallError(code, message, false));
    }
}
