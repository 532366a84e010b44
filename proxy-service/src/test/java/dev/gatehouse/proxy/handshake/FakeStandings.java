package dev.gatehouse.proxy.handshake;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.operations.Standing;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/// How every player stands, in memory.
final class FakeStandings implements PlayerStandings {

    Standing standing = Standing.NEW;
    boolean away;
    int asked;
    final List<String> noted = new ArrayList<>();

    @Override
    public Mono<Standing> of(PlayerKey player) {
        asked++;
        return away ? Mono.error(new IllegalStateException("away")) : Mono.just(standing);
    }

    @Override
    public void played(PlayerKey player, int logicVersion) {
        noted.add(player + " " + logicVersion);
    }
}
