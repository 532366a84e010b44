package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.InstancePlayer;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.OwedNews;
import dev.gatehouse.registry.instance.PairIds;
import java.time.Duration;
import java.util.List;

/// Everything that can happen to an instance.
public sealed interface LifeEvent {

    /// A provider is about to be asked for this server.
    record AllocationStarted(AllocatedServer server) implements LifeEvent {}

    /// The provider that was asked did not give this node a server; another one is about to be asked for this one. No
    /// token of the server before is good any more.
    record ServerReplaced(AllocatedServer server) implements LifeEvent {}

    /// The server's link is about to hear of its next pair.
    ///
    /// @param used the one that the link goes by now: good until the server has shown the next
    record TokensRefreshed(PairIds used, PairIds next) implements LifeEvent {}

    /// The server itself has shown this pair, so that it needs no earlier one.
    record TokensShown(PairIds pair) implements LifeEvent {}

    /// An operator wants no pair of the server to be good.
    record TokensRevoked() implements LifeEvent {}

    /// This provider says that the server is on its way.
    record ServerAllocated(String provider) implements LifeEvent {}

    /// No server will come.
    record StartFailed(String why) implements LifeEvent {}

    /// The server has opened its link and taken the instance over.
    record ServerLinked(AllocatedServer.Address address) implements LifeEvent {}

    /// The server is ready for these players.
    record PlayersConnected(List<PlayerId> players) implements LifeEvent {}

    record PlayersAdded(List<InstancePlayer> players) implements LifeEvent {}

    /// These players do not belong to the instance any more. Players who are not in it are passed over.
    record PlayersRemoved(List<PlayerId> players) implements LifeEvent {}

    /// A player has come with a new session, and no other one of the player lives.
    record PlayerReturned(PlayerId player) implements LifeEvent {}

    /// A player who was asked whether it comes back wants to know where to go.
    record ReconnectAccepted(PlayerId player) implements LifeEvent {}

    /// A player who was asked whether it comes back does not.
    record ReconnectDeclined(PlayerId player) implements LifeEvent {}

    /// A player came into the game or left it, says the server.
    record PresenceChanged(PlayerId player, boolean present) implements LifeEvent {}

    /// Somebody wants the game's data to be this.
    record DataUpdated(DataChange change) implements LifeEvent {}

    /// Somebody did something with it that changes nothing else.
    record Touched() implements LifeEvent {}

    /// The server, the backend or an operator wants it to take no more players, and to be over in so long at the
    /// latest.
    record DrainRequested(Duration within) implements LifeEvent {}

    /// The server, the backend or an operator wants it to be over.
    record EndRequested(String why) implements LifeEvent {}

    /// A server's process or link is gone for good. It is news of the instance only where it is the server that the
    /// instance has by now.
    record ServerLost(ServerId server, String why) implements LifeEvent {}

    /// It lasted as long as an instance may.
    record ExpiryReached(String why) implements LifeEvent {}

    /// Players have heard this of the instance, or have no session that could.
    record NewsHeard(List<OwedNews> news) implements LifeEvent {}

    /// Of some news nobody knows for long enough whether its player has heard it.
    record NewsOverdue() implements LifeEvent {}

    /// Everything that its end called for has been done.
    record Released() implements LifeEvent {}
}
