package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;

/// A player with a place in an instance, as its server hears of it.
///
/// @param team the game's own numbering
/// @param data what the game keeps with this player
/// @param version of `data`, to name where another writer must not be overruled
/// @param connected whether the server has taken the player with [GameServerRequest.ConnectPlayers]
public record SeatedPlayer(
        @Member(1) PlayerId playerId,
        @Member(2) int team,
        @Member(3) JsonText data,
        @Member(4) long version,
        @Member(5) boolean connected) {

    SeatedPlayer asConnected() {
        return new SeatedPlayer(playerId, team, data, version, true);
    }

    SeatedPlayer withData(JsonText data, long version) {
        return new SeatedPlayer(playerId, team, data, version, connected);
    }
}
