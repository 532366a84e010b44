package dev.gatehouse.client;

import dev.gatehouse.model.error.Advice;
import dev.gatehouse.model.error.PlayerReason;
import dev.gatehouse.model.schema.JsonText;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a session is over, or why a socket was lost.
///
/// @param reason what to tell the player
/// @param code for support; as in docs/errors.md, or one that is newer than this client
/// @param name of the code
/// @param text English, for developers
/// @param advice what would help now; the client has already done what it can do by itself
/// @param details a JSON object
/// @param retryAfter how long to stay away, where the server said it; a wait that the client
///     cannot do by itself where the advice is not to reconnect
/// @param statistics of the whole session
public record ConnectionLost(
        PlayerReason reason,
        int code,
        String name,
        String text,
        Advice advice,
        JsonText details,
        @Nullable Duration retryAfter,
        Statistics statistics) {}
