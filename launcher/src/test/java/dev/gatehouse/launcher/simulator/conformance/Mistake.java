package dev.gatehouse.launcher.simulator.conformance;

import dev.gatehouse.model.id.GameId;
import java.util.Arrays;
import java.util.Locale;

/// What a planted server does wrong, and the one check that must find it.
public enum Mistake {
    SHOWS_ONE_TOKEN(Check.LINKS),
    NEVER_SAYS_THAT_IT_IS_WELL(Check.KEEPS_ALIVE),
    DIES_OF_NEWS(Check.PASSES_OVER_NEWS),
    NEVER_ASKS_AGAIN(Check.ASKS_AGAIN),
    ASKS_AGAIN_AT_ONCE(Check.ASKS_AGAIN),
    ASKS_WHATEVER_THE_ANSWER(Check.TAKES_A_NO),
    STAYS_AWAY(Check.COMES_BACK),
    COMES_BACK_WITHOUT_PAUSES(Check.TRIES_WITH_PAUSES),
    OPENS_ANEW_FOR_TOKENS(Check.KEEPS_ITS_LINK),
    IGNORES_REFRESH(Check.SHOWS_NEW_TOKENS),
    COMES_BACK_REVOKED(Check.STAYS_AWAY),
    IGNORES_DRAIN(Check.OBEYS_DRAIN),
    ADMITS_BY_ITSELF(Check.ADMITS),
    ADMITS_WHATEVER_THE_ANSWER(Check.REFUSES_USED),
    IGNORES_EXPIRY(Check.REFUSES_EXPIRED),
    IGNORES_THE_INSTANCE(Check.REFUSES_ANOTHERS),
    IGNORES_SIGNATURES(Check.REFUSES_FORGED),
    TAKES_A_KEY_FOR_EACH_ATTEMPT(Check.REPEATS_ITS_KEY),
    GIVES_A_PLAYER_ONE_KEY(Check.TAKES_A_NEW_KEY);

    private final Check foundBy;

    Mistake(Check foundBy) {
        this.foundBy = foundBy;
    }

    public Check foundBy() {
        return foundBy;
    }

    static Mistake of(String game) {
        return Arrays.stream(values())
                .filter(each -> each.game().value().equals(game))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("game: " + game + " (expected: a mistake's)"));
    }

    /// Its servers are those of this game.
    public GameId game() {
        return new GameId(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
