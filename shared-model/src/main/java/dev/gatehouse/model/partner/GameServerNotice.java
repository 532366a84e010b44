package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// What a game server hears without having asked.
public sealed interface GameServerNotice {

    InstanceId instanceId();

    /// These players now belong to the instance; the server takes them with [GameServerRequest.ConnectPlayers].
    @Case(name = "players-added", number = 10)
    record PlayersAdded(
            @Member(1) InstanceId instanceId, @Member(2) List<SeatedPlayer> players) implements GameServerNotice {}

    /// A player has no place in the instance any more, and not because the server said so.
    @Case(name = "player-left", number = 13)
    record PlayerLeft(
            @Member(1) InstanceId instanceId, @Member(2) PlayerId playerId) implements GameServerNotice {}

    /// The instance is over: the server should stop, and will be stopped.
    ///
    /// @param why for people
    @Case(name = "terminate", number = 11)
    record Terminate(
            @Member(1) InstanceId instanceId, @Member(2) String why) implements GameServerNotice {}

    /// The next pair of partner tokens, for whatever the server asks or opens from now on. The link stays open, and
    /// the pair before is good until this one was shown.
    @Case(name = "refresh", number = 12)
    record Refresh(
            @Member(1) InstanceId instanceId,
            @Member(2) String gameToken,
            @Member(3) String socialToken) implements GameServerNotice {

        /// Leaves out what must not be in a log.
        @Override
        public String toString() {
            return "Refresh[instanceId=%s]".formatted(instanceId);
        }
    }
}
