package dev.gatehouse.model.servercode;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.SessionId;

/// A client at the end of its handshake: its token is good and its session is registered.
public record ReadyClient(GameId gameId, PlayerId playerId, SessionId sessionId) {}
