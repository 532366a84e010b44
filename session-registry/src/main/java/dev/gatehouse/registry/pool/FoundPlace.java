package dev.gatehouse.registry.pool;

/// A place, and whom to ask about it.
///
/// @param address of the node that has the pool server's link, as that node announces itself
/// @param isReserved whether the pool server has not said yet that the game server runs there
public record FoundPlace(Place place, String address, boolean isReserved) {}
