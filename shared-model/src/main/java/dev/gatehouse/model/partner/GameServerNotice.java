package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// What a game server hears without having asked.
public sealed interface GameServerNotice {

    InstanceId instanceId();

    /// These players now belong to the instance; the server takes them with [GameServerRequest.ConnectPlayers].
    @Case(name = "players-added", number = 10)
    record PlayersAdded(
            @Member(1) InstanceId instanceId, @Member(2) List<InstancePlayer> players) implements GameServerNotice {}

    /// The instance is over: the server should stop, and will be stopped.
    ///
    /// @param why for people
    @Case(name = "terminate", number = 11)
    record Terminate(
            @Member(1) InstanceId instanceId, @Member(2) String why) implements GameServerNotice {}
}
