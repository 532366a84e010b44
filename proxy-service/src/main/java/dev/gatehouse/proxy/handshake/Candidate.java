package dev.gatehouse.proxy.handshake;

import dev.gatehouse.registry.operations.Standing;

/// An entrant of whom is known how its player stands with the operators.
///
/// @param population how many sessions its game has, where that matters
record Candidate(Entrant entrant, Standing standing, long population) {

    /// Whether there is a player, who has never played this high a logic version before.
    boolean raisesVersion() {
        return entrant.isAuthenticated() && entrant.client().logicVersion() > standing.highestLogicVersion();
    }
}
