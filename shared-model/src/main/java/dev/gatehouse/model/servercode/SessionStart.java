package dev.gatehouse.model.servercode;

import dev.gatehouse.model.player.PlayerModel;
import java.time.Instant;

/// Edits a player's model before a session begins with it: what has come about while nobody played, such as a daily
/// gift. Any member may change, because no client has the model yet.
@FunctionalInterface
public interface SessionStart<M extends PlayerModel> {

    /// Called once for each new session, on the player's shard: it may not block. An exception refuses the client.
    /// It need not be pure, because its result is stored.
    ///
    /// @param now by the node's wall clock
    /// @return the model to begin with; the same one for no edit
    M edit(M model, ReadyClient client, Instant now);
}
