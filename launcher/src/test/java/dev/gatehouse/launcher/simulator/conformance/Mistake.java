package dev.gatehouse.launcher.simulator.conformance;

import dev.gatehouse.model.id.GameId;
import java.util.Locale;

/// What a planted server does wrong, and the one check that must find it.
public enum Mistake {
    SHOWS_ONE_TOKEN(Check.LINKS),
    NEVER_SAYS_THAT_IT_IS_WELL(Check.KEEPS_ALIVE),
    DIES_OF_NEWS(Check.PASSES_OVER_NEWS),
    STAYS_AWAY(Check.COMES_BACK),
    IGNORES_REFRESH(Check.SHOWS_NEW_TOKENS),
    IGNORES_DRAIN(Check.OBEYS_DRAIN);

    private final Check foundBy;

    Mistake(Check foundBy) {
        this.foundBy = foundBy;
    }

    public Check foundBy() {
        return foundBy;
    }

    /// Its servers are those of this game.
    public GameId game() {
        return new GameId(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
