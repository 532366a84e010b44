package dev.gatehouse.model.link;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.schema.Member;

/// A session of a device as the registry lists it, for the connection policy.
///
/// @param proxy where its socket was opened
/// @param connectedAt milliseconds since 1970, by the registry's clock
/// @param recovering whether it has no socket right now
public record DeviceSession(
        @Member(1) SessionId sessionId,
        @Member(2) PlayerId playerId,
        @Member(3) NodeId proxy,
        @Member(4) long connectedAt,
        @Member(5) boolean recovering) {}
