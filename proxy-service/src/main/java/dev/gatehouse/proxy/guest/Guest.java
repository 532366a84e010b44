package dev.gatehouse.proxy.guest;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;

/// A guest's account and the right to play with it. As on the wire.
///
/// @param expiresAt milliseconds since 1970
public record Guest(
        @Member(1) PlayerId playerId,
        @Member(2) String token,
        @Member(3) long expiresAt) {

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "Guest[playerId=%s, expiresAt=%d]".formatted(playerId, expiresAt);
    }
}
