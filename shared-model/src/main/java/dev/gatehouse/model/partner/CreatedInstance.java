package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.schema.Member;

/// What a server must know to open the link of an instance that it created: the answer to
/// [GameServerRequest.CreateInstance]. The rest is as in its own environment.
///
/// @param serverId what the server is called in that instance
/// @param gameToken one half of the pair of that instance and no other
/// @param socialToken the other half
public record CreatedInstance(
        @Member(1) InstanceId instanceId,
        @Member(2) ServerId serverId,
        @Member(3) String gameToken,
        @Member(4) String socialToken) {

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "CreatedInstance[instanceId=%s, serverId=%s]".formatted(instanceId, serverId);
    }
}
