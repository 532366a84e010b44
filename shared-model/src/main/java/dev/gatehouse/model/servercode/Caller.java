package dev.gatehouse.model.servercode;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;

/// Who asks for something: a player in one of its sessions. The suite vouches for it; nothing of it
/// comes from the client's message.
///
/// @param playerId nobody's, where the session is unauthenticated
public record Caller(GameId gameId, PlayerId playerId, SessionId sessionId) {

    /// Whether its client has shown a token.
    public boolean isAuthenticated() {
        return !playerId.isUnauthenticated();
    }
}
