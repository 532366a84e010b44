package dev.gatehouse.model.player;

/// A player's whole state in one game: an immutable record of members that the codec knows. It changes only by actions
/// and ticks, which make a new one.
public interface PlayerModel {}
