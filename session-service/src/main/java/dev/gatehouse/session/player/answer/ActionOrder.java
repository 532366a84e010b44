package dev.gatehouse.session.player.answer;

import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import org.jspecify.annotations.Nullable;

/// A server action that somebody outside asks for.
///
/// @param key idempotency key, 1 to [#MAX_KEY_LENGTH] characters: the same one again gives the same answer and no
///     second action; absent where the caller does not repeat itself
public record ActionOrder(
        ActionMode mode, ActionCall call, @Nullable String key) {

    public static final int MAX_KEY_LENGTH = 128;

    public ActionOrder {
        if (key != null && (key.isEmpty() || key.length() > MAX_KEY_LENGTH)) {
            throw new IllegalArgumentException(
                    "key: " + key.length() + " characters (expected: 1 to " + MAX_KEY_LENGTH + ")");
        }
    }
}
