package dev.gatehouse.registry.instance;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.schema.Member;
import org.jspecify.annotations.Nullable;

/// The game server of an instance.
///
/// @param allocatedBy the node that asked the provider for it
/// @param gameTokenId the `jti` of the one game token that is good for this server
/// @param socialTokenId the `jti` of the one social token that is good for this server
/// @param address where players reach it; absent until it has linked
public record AllocatedServer(
        @Member(1) ServerId serverId,
        @Member(2) NodeId allocatedBy,
        @Member(3) @Nullable String gameTokenId,
        @Member(4) @Nullable String socialTokenId,
        @Member(5) @Nullable Address address) {

    /// @param capacity how many players it takes
    public record Address(
            @Member(1) String host,
            @Member(2) int port,
            @Member(3) int capacity) {}

    public AllocatedServer at(Address address) {
        return new AllocatedServer(serverId, allocatedBy, gameTokenId, socialTokenId, address);
    }

    /// With the pair that was minted for it; an earlier pair is no longer good.
    public AllocatedServer withTokens(String gameTokenId, String socialTokenId) {
        return new AllocatedServer(serverId, allocatedBy, gameTokenId, socialTokenId, address);
    }
}
