package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a server needs to start the game: the answer to [GameServerRequest.Link]. What has become of it since
/// is said by notices; [ServerView] puts them together.
///
/// @param data what the game keeps with the instance
/// @param keepAliveMillis how often the server must say that it is well
/// @param keepAliveMisses after so many of them missed the instance is given up
/// @param shared what the game keeps with it for its players to see
/// @param version of `data` and `shared`
/// @param state where it is in its life
/// @param drainBy when it is ended at the latest, as it takes no more players, in milliseconds since 1970; absent while
///     it does
/// @param declined the players who had a place, did not want to come back, and have none since
public record LinkedInstance(
        @Member(1) InstanceId instanceId,
        @Member(2) GameId gameId,
        @Member(3) List<SeatedPlayer> players,
        @Member(4) JsonText data,
        @Member(5) long keepAliveMillis,
        @Member(6) int keepAliveMisses,
        @Member(7) JsonText shared,
        @Member(8) long version,
        @Member(9) InstanceState state,
        @Member(10) @Nullable Long drainBy,
        @Member(11) List<PlayerId> declined) {

    public LinkedInstance {
        players = List.copyOf(players);
        declined = List.copyOf(declined);
    }

    LinkedInstance withDeclined(List<PlayerId> declined) {
        return new LinkedInstance(
                instanceId,
                gameId,
                players,
                data,
                keepAliveMillis,
                keepAliveMisses,
                shared,
                version,
                state,
                drainBy,
                declined);
    }

    LinkedInstance withPlayers(List<SeatedPlayer> players) {
        return new LinkedInstance(
                instanceId,
                gameId,
                players,
                data,
                keepAliveMillis,
                keepAliveMisses,
                shared,
                version,
                state,
                drainBy,
                declined);
    }

    LinkedInstance withData(JsonText data, JsonText shared, long version) {
        return new LinkedInstance(
                instanceId,
                gameId,
                players,
                data,
                keepAliveMillis,
                keepAliveMisses,
                shared,
                version,
                state,
                drainBy,
                declined);
    }

    LinkedInstance in(InstanceState state) {
        return new LinkedInstance(
                instanceId,
                gameId,
                players,
                data,
                keepAliveMillis,
                keepAliveMisses,
                shared,
                version,
                state,
                drainBy,
                declined);
    }

    LinkedInstance drained(long by) {
        return new LinkedInstance(
                instanceId,
                gameId,
                players,
                data,
                keepAliveMillis,
                keepAliveMisses,
                shared,
                version,
                state,
                by,
                declined);
    }
}
