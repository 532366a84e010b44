package dev.gatehouse.launcher.simulator.conformance;

/// What a game server must do on its link, whatever its game is.
public enum Check {
    LINKS(1, "links with both of its tokens in time"),
    TAKES_PLAYERS(2, "connects the players that it is given"),
    KEEPS_ALIVE(3, "says in time that it is well"),
    TAKES_LATE_PLAYERS(4, "connects a player who is added later"),
    PASSES_OVER_NEWS(5, "goes on when it hears what it does not know"),
    STOPS(6, "stops when it is told to"),
    COMES_BACK(7, "comes back in time when its link is lost"),
    SHOWS_NEW_TOKENS(8, "shows its new tokens when it comes back"),
    OBEYS_DRAIN(9, "ends its game before the deadline of a drain"),
    EXITS(10, "exits when its game has ended");

    private final int number;
    private final String promise;

    Check(int number, String promise) {
        this.number = number;
        this.promise = promise;
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
