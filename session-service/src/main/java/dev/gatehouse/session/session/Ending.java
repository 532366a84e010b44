package dev.gatehouse.session.session;

import dev.gatehouse.model.error.ConnectionError;
import dev.gatehouse.model.protocol.ServerMessage.Terminate;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a session is ended by force, and what its client hears beside the code.
///
/// @param retryAfter how long another attempt makes no sense, where that is known
/// @param message English, for people
public record Ending(ConnectionError why, @Nullable Duration retryAfter, String message, JsonText details) {

    public static Ending of(ConnectionError why) {
        return new Ending(why, null, why.description(), JsonText.EMPTY_OBJECT);
    }

    /// @param message in place of the code's own description
    public static Ending of(ConnectionError why, String message) {
        return new Ending(why, null, message, JsonText.EMPTY_OBJECT);
    }

    Terminate terminate() {
        return why.terminate(retryAfter, message, details);
    }
}
