package dev.gatehouse.session.player;

import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.session.player.owner.PlayerLoader;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.shard.Shard;

/// A shard and the players that live on it.
record PlayerShard(Shard<Append, AppendResult> shard, Residents residents, Arrivals arrivals) {

    PlayerShard(PlayerWorld world, Shard<Append, AppendResult> shard, PlayerLoader loader) {
        this(shard, new Residents(world, shard, loader), new Arrivals());
    }
}
