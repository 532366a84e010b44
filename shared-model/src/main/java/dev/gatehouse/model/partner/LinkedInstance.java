package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// What a server needs to start the game: the answer to [GameServerRequest.Link].
///
/// @param data what the game keeps with the instance
/// @param keepAliveMillis how often the server must say that it is well
/// @param keepAliveMisses after so many of them missed the instance is given up
/// @param shared what the game keeps with it for its players to see
/// @param version of `data` and `shared`
public record LinkedInstance(
        @Member(1) InstanceId instanceId,
        @Member(2) GameId gameId,
        @Member(3) List<SeatedPlayer> players,
        @Member(4) JsonText data,
        @Member(5) long keepAliveMillis,
        @Member(6) int keepAliveMisses,
        @Member(7) JsonText shared,
        @Member(8) long version) {}
