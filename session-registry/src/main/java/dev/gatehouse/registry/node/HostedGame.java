package dev.gatehouse.registry.node;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.schema.Member;

/// A game whose code a session-service node runs.
///
/// @param minLogicVersion the oldest logic version of a client that it accepts
/// @param maxLogicVersion the newest one
/// @param hasPolicy whether the game decides which sessions of a device stay
/// @param admitsUnauthenticated whether clients may come without a token
/// @param hasInstanceRules whether the game has a say in what is done with its instances
public record HostedGame(
        @Member(1) GameId id,
        @Member(2) int minLogicVersion,
        @Member(3) int maxLogicVersion,
        @Member(4) boolean hasPolicy,
        @Member(5) boolean admitsUnauthenticated,
        @Member(6) boolean hasInstanceRules) {}
