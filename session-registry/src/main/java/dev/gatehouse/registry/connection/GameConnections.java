package dev.gatehouse.registry.connection;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/// The connections of each game. Safe for use by several threads.
public interface GameConnections {

    /// Registers a session's connection under its game, or keeps it registered.
    ///
    /// @param ttl how long it stays registered unless this is called again
    CompletionStage<Void> register(GameId game, SessionId session, PlayerId player, NodeId proxy, Duration ttl);

    /// @return false where it was not registered
    CompletionStage<Boolean> unregister(GameId game, SessionId session);

    /// How many sessions of the game are connected now.
    CompletionStage<Long> count(GameId game);
}
