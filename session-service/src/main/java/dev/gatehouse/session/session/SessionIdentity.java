package dev.gatehouse.session.session;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.Encoding;
import org.jspecify.annotations.Nullable;

/// What a session is bound to from its first to its last moment. A resume must show the same.
///
/// @param device absent where the client sent no device token
/// @param proxy where its socket was opened first, for the registry
/// @param epoch of the player's lease when the session was opened
public record SessionIdentity(
        SessionId id, PlayerKey player, @Nullable DeviceKey device, Encoding encoding, NodeId proxy, long epoch) {}
