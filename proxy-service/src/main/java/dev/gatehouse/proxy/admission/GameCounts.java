package dev.gatehouse.proxy.admission;

import dev.gatehouse.model.id.GameId;
import reactor.core.publisher.Mono;

/// How many sessions of a game there are.
public interface GameCounts {

    /// On all proxies together, as the registry knows it now.
    Mono<Long> of(GameId game);
}
