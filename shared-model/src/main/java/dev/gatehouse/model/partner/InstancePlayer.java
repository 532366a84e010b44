package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// A player who is to have a place in an instance.
///
/// @param team the game's own numbering, 0 or more
/// @param data what the game keeps with this player, at most [PlayerWrite#MAX_LENGTH] characters of JSON; absent for
///     nothing yet
public record InstancePlayer(
        @Member(1) PlayerId playerId,
        @Member(2) int team,
        @Member(3) @Nullable JsonText data) {

    public InstancePlayer {
        Limits.between("team", team, 0, 1_000_000);
        if (data != null) {
            Limits.length("data", data.text(), PlayerWrite.MAX_LENGTH);
        }
    }

    public InstancePlayer(PlayerId playerId, int team) {
        this(playerId, team, null);
    }
}
