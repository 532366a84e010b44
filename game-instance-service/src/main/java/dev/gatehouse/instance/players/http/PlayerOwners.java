package dev.gatehouse.instance.players.http;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/// Knows which session-service node to ask about a player.
public interface PlayerOwners {

    /// Begins to ask for the node that holds the player, or would take the player on: its lease first, else the hash
    /// over the live nodes.
    ///
    /// @return waits for the answer, on its first call: empty when no node lives, or that cannot be known now
    Supplier<Optional<URI>> find(PlayerKey player);

    /// The address of a node that another one named; empty when it does not live, or that cannot be known now.
    Optional<URI> addressOf(NodeId node);
}
