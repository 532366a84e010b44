package dev.gatehouse.model.player;

/// What an action may know besides the model and its own arguments: the model's time, which is the same on both sides.
///
/// @param tick how many ticks this player's timeline has run, from 0
/// @param ticksPerSecond how many of them make a second of play
public record ActionContext(long tick, int ticksPerSecond) {}
