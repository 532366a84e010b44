package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerRequest;
import org.jspecify.annotations.Nullable;

/// What an instance is called by whoever wants it. Backends and game servers share the keys of their
/// game; each player has keys of its own, by which nobody else comes to the same instance.
///
/// @param player whose it is; absent where it is the game's
/// @param text 1 to [GameServerRequest#MAX_KEY_LENGTH] characters
public record CreationKey(@Nullable PlayerId player, String text) {

    public CreationKey {
        if (text.isEmpty() || text.length() > GameServerRequest.MAX_KEY_LENGTH) {
            throw new IllegalArgumentException("%s: %d characters (expected: 1 to %d)"
                    .formatted(
                            player == null ? "idempotencyKey" : "key",
                            text.length(),
                            GameServerRequest.MAX_KEY_LENGTH));
        }
    }

    /// One that the game's backends and game servers share.
    public static CreationKey ofGame(String text) {
        return new CreationKey(null, text);
    }

    /// One text for each key of each game: every part but the last says how long it is, and a player's key begins with
    /// what no length begins with.
    String in(GameId game) {
        var own = player == null ? "" : measured(player.value());
        return (player == null ? "" : "player ") + measured(game.value()) + own + text;
    }

    private static String measured(String part) {
        return part.length() + ":" + part;
    }
}
