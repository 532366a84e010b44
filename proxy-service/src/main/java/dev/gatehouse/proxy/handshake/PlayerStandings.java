package dev.gatehouse.proxy.handshake;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.operations.Standing;
import reactor.core.publisher.Mono;

/// How players stand with the operators, as the registry knows it.
public interface PlayerStandings {

    /// Fails if the registry does.
    Mono<Standing> of(PlayerKey player);

    /// Notes the logic version that a player plays from here on. Starts at once; that it failed is no concern of the
    /// caller's.
    void played(PlayerKey player, int logicVersion);
}
