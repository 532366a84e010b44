package dev.gatehouse.instance.life;

import static java.util.Objects.requireNonNullElse;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.registry.instance.AllocatedServer.Address;
import dev.gatehouse.registry.instance.InstanceRecord;

/// How a game server that runs already hosts an instance that it creates.
///
/// @param creator what the server is called in the instance that it asks from
/// @param root the server that this instance comes from in turn, or else the creator
/// @param address where players of the new instance will reach it
public record Hosting(ServerId creator, ServerId root, Address address) {

    /// What stands in the place of a provider's name: nobody is asked, and nobody takes the server back.
    public static final String PROVIDER = "game-server";

    /// By a server that is called so in this instance.
    public static Hosting by(ServerId creator, InstanceRecord from, Address address) {
        return new Hosting(creator, requireNonNullElse(from.origin().root(), creator), address);
    }
}
