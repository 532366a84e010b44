package dev.gatehouse.proxy.routing;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import java.util.Optional;
import reactor.core.publisher.Mono;

/// Tells who holds a player's lease.
public interface Owners {

    Mono<Optional<NodeId>> ownerOf(PlayerKey player);
}
