package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.registry.instance.AllocatedServer.Address;

/// How a game server that runs already hosts an instance that it creates.
///
/// @param creator what the server is called in the instance that it asks from
/// @param address where players of the new instance will reach it
public record Hosting(ServerId creator, Address address) {

    /// What stands in the place of a provider's name: nobody is asked, and nobody takes the server back.
    public static final String PROVIDER = "game-server";
}
