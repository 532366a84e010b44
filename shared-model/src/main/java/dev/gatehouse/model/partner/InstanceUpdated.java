package dev.gatehouse.model.partner;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;
import java.util.List;

/// Which versions an instance's data has now: the answer to [GameServerRequest.UpdateInstance].
///
/// @param version of what belongs to the whole instance
/// @param players those that the request named, in its order
public record InstanceUpdated(
        @Member(1) long version, @Member(2) List<PlayerVersion> players) {

    public record PlayerVersion(
            @Member(1) PlayerId playerId, @Member(2) long version) {}
}
