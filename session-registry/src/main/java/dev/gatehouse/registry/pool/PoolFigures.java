package dev.gatehouse.registry.pool;

/// What there is in a pool.
///
/// @param poolServers that are heard
/// @param places they have, taken or not
/// @param free places that could be given now
/// @param servers that run, or have a place reserved
/// @param lapsed reservations that were just forgotten: no pool server has said that it runs what they were for
public record PoolFigures(int poolServers, int places, int free, int servers, int lapsed) {}
