package dev.gatehouse.model.instance;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.model.partner.ReconnectPolicy;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import dev.gatehouse.model.servercode.InstanceAsker;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What session-service asks game-instance-service for, on behalf of somebody whom it vouches for. Each may be asked
/// again: what is done already is answered as it was.
public sealed interface InstanceRequest {

    InstanceAsker by();

    /// @param key one makes one instance; a player's keys are that player's alone
    /// @param zone absent where any will do
    /// @param players its first
    /// @param data absent for nothing yet
    /// @param shared absent for nothing yet
    /// @param reconnect absent for `REQUIRED`; of a player's the game's rules decide
    @Case(name = "create", number = 1)
    record Create(
            @Member(1) InstanceAsker by,
            @Member(2) String key,
            @Member(3) @Nullable String zone,
            @Member(4) List<InstancePlayer> players,
            @Member(5) @Nullable JsonText data,
            @Member(6) @Nullable JsonText shared,
            @Member(7) @Nullable ReconnectPolicy reconnect)
            implements InstanceRequest {}

    @Case(name = "add-players", number = 2)
    record AddPlayers(
            @Member(1) InstanceAsker by,
            @Member(2) InstanceId instanceId,
            @Member(3) List<InstancePlayer> players) implements InstanceRequest {}

    @Case(name = "remove-players", number = 3)
    record RemovePlayers(
            @Member(1) InstanceAsker by,
            @Member(2) InstanceId instanceId,
            @Member(3) List<PlayerId> players) implements InstanceRequest {}

    /// @param why for people
    @Case(name = "end", number = 4)
    record End(
            @Member(1) InstanceAsker by,
            @Member(2) InstanceId instanceId,
            @Member(3) String why) implements InstanceRequest {}

    /// A player who was asked whether it comes back wants to know where to go.
    @Case(name = "reconnect", number = 5)
    record Reconnect(@Member(1) InstanceAsker by, @Member(2) InstanceId instanceId) implements InstanceRequest {}

    /// A player who was asked whether it comes back does not.
    @Case(name = "decline-reconnect", number = 6)
    record DeclineReconnect(
            @Member(1) InstanceAsker by, @Member(2) InstanceId instanceId) implements InstanceRequest {}
}
