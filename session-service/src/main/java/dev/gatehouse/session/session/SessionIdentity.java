package dev.gatehouse.session.session;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.Limits;
import dev.gatehouse.model.protocol.ServerMessage.PlayerStart;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import org.jspecify.annotations.Nullable;

/// What a session is bound to, and where it is. A resume must show the same player, device and encoding.
///
/// @param device absent where the client sent no device token
/// @param proxy where its socket was opened last, for the registry
/// @param epoch of its stream: of the player's lease when the session was opened, and higher whenever
///     the stream starts anew
public record SessionIdentity(
        SessionId id, PlayerKey player, @Nullable DeviceKey device, Encoding encoding, NodeId proxy, long epoch) {

    SessionStarted started(String token, SessionWorld world, @Nullable PlayerStart start) {
        var limits = world.limits();
        return new SessionStarted(
                id,
                token,
                epoch,
                player.playerId(),
                player.gameId(),
                world.clock().millis(),
                limits.keepAlive().toMillis(),
                limits.resumeWindow().toMillis(),
                new Limits(limits.maxInboundBytes(), limits.maxOutboundBytes()),
                start);
    }

    /// Whether it is a player's.
    public boolean isAuthenticated() {
        return !player.playerId().isUnauthenticated();
    }

    SessionIdentity at(NodeId otherProxy) {
        return new SessionIdentity(id, player, device, encoding, otherProxy, epoch);
    }

    SessionIdentity in(long otherEpoch) {
        return new SessionIdentity(id, player, device, encoding, proxy, otherEpoch);
    }

    /// The first frame of a socket that the session goes on with.
    ///
    /// @param received how far the client has been received
    SessionResumed resumed(String token, long received) {
        return new SessionResumed(id, token, epoch, received);
    }
}
