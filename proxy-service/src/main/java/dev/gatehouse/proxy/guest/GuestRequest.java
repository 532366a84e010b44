package dev.gatehouse.proxy.guest;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.schema.Member;

/// Asks for a guest's account. As on the wire.
public record GuestRequest(
        @Member(1) GameId gameId, @Member(2) String deviceToken) {

    static final int MAX_DEVICE_TOKEN = 256;

    public GuestRequest {
        if (deviceToken.isBlank() || deviceToken.length() > MAX_DEVICE_TOKEN) {
            throw new IllegalArgumentException(
                    "deviceToken: " + deviceToken.length() + " characters (expected: 1 to " + MAX_DEVICE_TOKEN + ")");
        }
    }

    /// Leaves out what must not be in a log.
    @Override
    public String toString() {
        return "GuestRequest[gameId=%s]".formatted(gameId);
    }
}
