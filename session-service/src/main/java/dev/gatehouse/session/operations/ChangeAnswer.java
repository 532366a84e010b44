package dev.gatehouse.session.operations;

import dev.gatehouse.registry.operations.GameRules;

/// What became of an operator's change of a game's rules.
public sealed interface ChangeAnswer {

    /// @param rules as they are now
    record Changed(GameRules rules) implements ChangeAnswer {}

    /// No live node hosts the game.
    record UnknownGame() implements ChangeAnswer {}

    /// No live node hosts one end of the range of logic versions.
    record NotHosted() implements ChangeAnswer {}

    /// Others kept changing the rules at the same time.
    record Contended() implements ChangeAnswer {}
}
