package dev.gatehouse.session.player.world;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.protocol.ServerMessage.GameInstance;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Knows what a player who comes with a new session is to hear of the game instances that it is in. Safe to use from
/// any thread, and never blocks.
@FunctionalInterface
public interface InstanceNews {

    /// @param isBack whether no other session of the player lives
    /// @return in the order in which it is to be told; exceptionally where that cannot be known now
    CompletionStage<List<GameInstance>> of(PlayerKey player, boolean isBack);
}
