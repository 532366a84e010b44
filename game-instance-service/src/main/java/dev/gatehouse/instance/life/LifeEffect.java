package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.protocol.ServerMessage.InstanceEvent;
import dev.gatehouse.registry.instance.AllocatedServer.Address;
import java.util.List;

/// What must be done after an instance has changed. Carried out in order, after the change is in Redis.
public sealed interface LifeEffect {

    /// Tells players news that needs no ticket.
    ///
    /// @param why for people; empty where there is nothing to say
    record TellPlayers(InstanceEvent event, List<PlayerId> players, String why) implements LifeEffect {}

    /// Tells players where to go, each with a fresh ticket.
    record SendHostDetails(List<PlayerId> players, Address address) implements LifeEffect {}

    /// Has the server told at once what it does not know, where it is linked to this node; elsewhere it soon is anyhow.
    record TellServer() implements LifeEffect {}

    /// Gives the server back to its provider.
    record ReleaseServer() implements LifeEffect {}
}
