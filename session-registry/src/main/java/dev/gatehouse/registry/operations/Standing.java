package dev.gatehouse.registry.operations;

import org.jspecify.annotations.Nullable;

/// How a player stands with the operators.
///
/// @param highestLogicVersion the highest that the player has played; 0 for none
/// @param ban absent for a player who may play; one that was over, by Redis' clock, is not told of
public record Standing(int highestLogicVersion, @Nullable Ban ban) {

    /// Of a player nobody knows anything about.
    public static final Standing NEW = new Standing(0, null);
}
