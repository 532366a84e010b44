package dev.gatehouse.launcher.simulator.conformance;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What a game server must do on its link, whatever its game is.
public enum Check {
    LINKS(1, Life.HOSTS, "links with both of its tokens in time"),
    TAKES_PLAYERS(2, Life.HOSTS, "connects the players that it is given"),
    KEEPS_ALIVE(3, Life.HOSTS, "says in time that it is well"),
    TAKES_LATE_PLAYERS(4, Life.HOSTS, "connects a player who is added later"),
    PASSES_OVER_NEWS(5, Life.HOSTS, "goes on when it hears what it does not know"),
    STOPS(6, Life.HOSTS, "stops when it is told to"),
    COMES_BACK(7, Life.LOSES_ITS_LINK, "comes back in time when its link is lost"),
    SHOWS_NEW_TOKENS(8, Life.LOSES_ITS_LINK, "shows its new tokens when it comes back"),
    OBEYS_DRAIN(9, Life.IS_DRAINED, "ends its game before the deadline of a drain"),
    EXITS(10, Life.IS_DRAINED, "exits when its game has ended"),
    ASKS_AGAIN(11, Life.HOSTS, "asks again, with a pause, what may succeed later"),
    TAKES_A_NO(12, Life.HOSTS, "does not ask again what is refused for good"),
    TRIES_WITH_PAUSES(13, Life.LOSES_ITS_LINK, "leaves pauses between its attempts to come back"),
    KEEPS_ITS_LINK(14, Life.LOSES_ITS_LINK, "keeps its link when it is given new tokens"),
    STAYS_AWAY(15, Life.LOSES_ITS_LINK, "stays away when its tokens are no longer good"),
    ADMITS(16, Life.OPENS_ITS_DOOR, "lets a player in by its ticket once that is confirmed"),
    REFUSES_USED(17, Life.OPENS_ITS_DOOR, "lets nobody in by a ticket that was used"),
    REFUSES_EXPIRED(18, Life.OPENS_ITS_DOOR, "refuses an expired ticket by itself"),
    REFUSES_ANOTHERS(19, Life.OPENS_ITS_DOOR, "refuses another instance's ticket by itself"),
    REFUSES_FORGED(20, Life.OPENS_ITS_DOOR, "refuses a ticket that the service did not sign by itself"),
    REPEATS_ITS_KEY(21, Life.OPENS_ITS_DOOR, "repeats an update-player under its key when the answer was lost"),
    TAKES_A_NEW_KEY(22, Life.OPENS_ITS_DOOR, "takes a new key for another update-player");

    private final int number;
    private final Life life;
    private final String promise;

    Check(int number, Life life, String promise) {
        this.number = number;
        this.life = life;
        this.promise = promise;
    }

    /// Where it shows.
    public Life life() {
        return life;
    }

    /// What shows in this life.
    public static Set<Check> of(Life life) {
        return Arrays.stream(values())
                .filter(check -> check.life == life)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Check.class)));
    }

    /// What can be seen of every server.
    public static Set<Check> withoutADoor() {
        return EnumSet.complementOf(EnumSet.copyOf(of(Life.OPENS_ITS_DOOR)));
    }

    public static Set<Check> all() {
        return Collections.unmodifiableSet(EnumSet.allOf(Check.class));
    }

    /// Such as `ok 1 - links with both of its tokens in time`.
    public String line(Verdict verdict) {
        var named = number + " - " + promise;
        return switch (verdict) {
            case Verdict.Holds _ -> "ok " + named;
            case Verdict.Fails(var why) -> "not ok " + named + ": " + why;
            case Verdict.NotJudged(var why) -> "skipped " + named + ": " + why;
        };
    }
}
