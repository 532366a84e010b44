package dev.gatehouse.instance.rules;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.servercode.InstanceWish;
import dev.gatehouse.model.servercode.Verdict;

/// Asks a game about what somebody wants. Blocks for a bounded time; safe to use from any thread.
public interface GameRules {

    /// Whether somebody is asked about this game, or the usual rules hold. Costs nothing.
    default boolean areOf(GameId game) {
        return true;
    }

    /// @throws RulesUnavailableException if the game has rules and nobody can be asked
    Verdict decide(GameId game, InstanceWish wish) throws RulesUnavailableException;
}
