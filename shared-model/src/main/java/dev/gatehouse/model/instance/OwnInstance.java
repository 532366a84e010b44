package dev.gatehouse.model.instance;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.servercode.InstanceOutline;
import java.util.Optional;

/// A game instance as a player who is in it sees it. Where it runs is told with `game-instance` news, once its server
/// has taken the player.
///
/// @param team of the player, the game's own numbering
/// @param data what the game keeps with this player
/// @param shared what the game shows all players of the instance
public record OwnInstance(
        @Member(1) InstanceId instanceId,
        @Member(2) InstanceState state,
        @Member(3) int team,
        @Member(4) JsonText data,
        @Member(5) JsonText shared) {

    /// Empty where the player is not in it: then none of it is the player's to see.
    public static Optional<OwnInstance> of(InstanceOutline instance, PlayerId player) {
        return instance.players().stream()
                .filter(seat -> seat.playerId().equals(player))
                .findFirst()
                .map(seat ->
                        new OwnInstance(instance.id(), instance.state(), seat.team(), seat.data(), instance.shared()));
    }
}
