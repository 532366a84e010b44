package dev.gatehouse.client.guest;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.schema.Member;

/// A guest's account, the same for the same game and device.
///
/// @param token a player token
/// @param expiresAt of the token, milliseconds since 1970; asking again gives another
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
