package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;

/// A player of an instance.
///
/// @param team the game's own numbering, 0 or more
public record InstancePlayer(
        @Member(1) PlayerId playerId, @Member(2) int team) {

    public InstancePlayer {
        Limits.between("team", team, 0, 1_000_000);
    }
}
