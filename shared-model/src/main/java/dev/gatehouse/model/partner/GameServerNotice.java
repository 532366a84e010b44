package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.model.schema.Case;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.model.schema.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a game server hears without having asked: whatever of its instance is not as it was told on this link, or has
/// itself said on it, whoever changed it. Changes that follow each other fast may come as one.
public sealed interface GameServerNotice {

    InstanceId instanceId();

    /// These players now belong to the instance; the server takes them with [GameServerRequest.ConnectPlayers].
    @Case(name = "players-added", number = 10)
    record PlayersAdded(
            @Member(1) InstanceId instanceId, @Member(2) List<SeatedPlayer> players) implements GameServerNotice {}

    /// A player has no place in the instance any more, and not because the server said so. Where the same player has
    /// another place by now, [PlayersAdded] follows.
    @Case(name = "player-left", number = 13)
    record PlayerLeft(
            @Member(1) InstanceId instanceId, @Member(2) PlayerId playerId) implements GameServerNotice {}

    /// A player who could have come back to the instance does not want to, and has no place in it any more.
    @Case(name = "reconnect-declined", number = 16)
    record ReconnectDeclined(
            @Member(1) InstanceId instanceId, @Member(2) PlayerId playerId) implements GameServerNotice {}

    /// The instance, or what the game keeps with it, is another than the server knows, and not because the server said
    /// so. Everything in it is as it is now; what is absent is as it was.
    ///
    /// @param data absent, with `shared`, where the server has both
    /// @param version of `data` and `shared`
    /// @param players those who are not as the server knows them
    @Case(name = "updated", number = 14)
    record Updated(
            @Member(1) InstanceId instanceId,
            @Member(2) InstanceState state,
            @Member(3) @Nullable JsonText data,
            @Member(4) @Nullable JsonText shared,
            @Member(5) long version,
            @Member(6) List<SeatedPlayer> players)
            implements GameServerNotice {}

    /// The instance takes no more players: the server should bring its game to an end, and end it.
    ///
    /// @param deadlineMillis when it is ended for it, in milliseconds since 1970
    @Case(name = "drain", number = 15)
    record Drain(
            @Member(1) InstanceId instanceId, @Member(2) long deadlineMillis) implements GameServerNotice {}

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
