package dev.gatehouse.registry.pool;

import dev.gatehouse.model.partner.PooledServer;

/// Where a game server is.
///
/// @param poolServer its name, of letters, digits, `.`, `_` and `-`
public record Place(String poolServer, PooledServer server) {}
