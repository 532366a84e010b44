package dev.gatehouse.registry.operations.redis;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.operations.Ban;
import dev.gatehouse.registry.operations.Standing;
import dev.gatehouse.registry.operations.Standings;
import dev.gatehouse.registry.redis.Scripts;
import java.util.concurrent.CompletionStage;

/// Standings in Redis.
public final class RedisStandings implements Standings {

    private final Scripts scripts;

    public RedisStandings(Scripts scripts) {
        this.scripts = scripts;
    }

    @Override
    public CompletionStage<Standing> of(PlayerKey player) {
        return scripts.run(ReadStanding.call(player));
    }

    @Override
    public CompletionStage<Void> played(PlayerKey player, int logicVersion) {
        return scripts.run(RaiseVersion.call(player, logicVersion)).thenAccept(_ -> {});
    }

    @Override
    public CompletionStage<Void> ban(PlayerKey player, Ban ban) {
        return scripts.run(BanPlayer.call(player, ban)).thenAccept(_ -> {});
    }

    @Override
    public CompletionStage<Boolean> lift(PlayerKey player) {
        return scripts.run(LiftBan.call(player));
    }
}
