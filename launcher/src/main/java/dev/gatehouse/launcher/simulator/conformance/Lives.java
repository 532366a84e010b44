package dev.gatehouse.launcher.simulator.conformance;

import static dev.gatehouse.launcher.simulator.conformance.Check.ASKS_AGAIN;
import static dev.gatehouse.launcher.simulator.conformance.Check.COMES_BACK;
import static dev.gatehouse.launcher.simulator.conformance.Check.EXITS;
import static dev.gatehouse.launcher.simulator.conformance.Check.KEEPS_ALIVE;
import static dev.gatehouse.launcher.simulator.conformance.Check.KEEPS_ITS_LINK;
import static dev.gatehouse.launcher.simulator.conformance.Check.LINKS;
import static dev.gatehouse.launcher.simulator.conformance.Check.OBEYS_DRAIN;
import static dev.gatehouse.launcher.simulator.conformance.Check.PASSES_OVER_NEWS;
import static dev.gatehouse.launcher.simulator.conformance.Check.SHOWS_NEW_TOKENS;
import static dev.gatehouse.launcher.simulator.conformance.Check.STAYS_AWAY;
import static dev.gatehouse.launcher.simulator.conformance.Check.STOPS;
import static dev.gatehouse.launcher.simulator.conformance.Check.TAKES_A_NO;
import static dev.gatehouse.launcher.simulator.conformance.Check.TAKES_LATE_PLAYERS;
import static dev.gatehouse.launcher.simulator.conformance.Check.TAKES_PLAYERS;
import static dev.gatehouse.launcher.simulator.conformance.Check.TRIES_WITH_PAUSES;

import dev.gatehouse.launcher.simulator.RefusedException;
import dev.gatehouse.launcher.simulator.conformance.Host.Back;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerAnswer.Failure;
import dev.gatehouse.model.partner.GameServerRequest.ConnectPlayers;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Leads a server through its life, and judges what shows in it, in this order; a failure does not
/// count against what comes after, unless that cannot be judged. Safe to use from any thread.
public final class Lives {

    static final String DID_NOT_LINK = "it did not link";

    static final List<PlayerId> PLAYERS = List.of(new PlayerId("alice"), new PlayerId("bob"));

    private static final PlayerId CAROL = new PlayerId("carol");
    private static final PlayerId DAVE = new PlayerId("dave");
    private static final PlayerId ERIN = new PlayerId("erin");
    private static final PlayerId FRANK = new PlayerId("frank");
    private static final String DID_NOT_COME_BACK = "it did not come back";

    /// Nobody knows the codes: what to do is in the word `retryable`.
    private static final Failure LATER = new Failure("of_tomorrow", "Not now.", true);

    private static final Failure NEVER = new Failure("of_tomorrow", "Not ever.", false);

    /// So many keep-alives, with the time for twice as many.
    private static final int BEATS = 3;

    private final Pace pace;
    private final DoorLife doors;

    public Lives(Pace pace, BadTickets bad) {
        this.pace = pace;
        this.doors = new DoorLife(pace, bad);
    }

    Pace pace() {
        return pace;
    }

    /// Leads it through one life, from when it has linked, or has had its time for that.
    void live(Life life, Host host, Report report) throws IOException, InterruptedException {
        switch (life) {
            case LOSES_ITS_LINK -> losesItsLink(host, report);
            case HOSTS -> hosts(host, report);
            case OPENS_ITS_DOOR -> doors.live(host, report);
            case IS_DRAINED -> isDrained(host, report);
        }
    }

    private void hosts(Host host, Report report) throws IOException, InterruptedException {
        boolean links = host.hasLinked();
        report.judged(LINKS, links ? new Verdict.Holds() : new Verdict.Fails(host.whyNotLinked()));
        if (!links) {
            report.skipped(
                    DID_NOT_LINK,
                    TAKES_PLAYERS,
                    KEEPS_ALIVE,
                    TAKES_LATE_PLAYERS,
                    ASKS_AGAIN,
                    TAKES_A_NO,
                    PASSES_OVER_NEWS,
                    STOPS);
            return;
        }
        report.judged(TAKES_PLAYERS, connects(host, 0, PLAYERS));
        report.judged(KEEPS_ALIVE, keepsAlive(host));
        int before = host.history().mark();
        host.controls().add(CAROL);
        report.judged(TAKES_LATE_PLAYERS, connects(host, before, List.of(CAROL)));
        report.judged(ASKS_AGAIN, asksAgain(host));
        report.judged(TAKES_A_NO, takesANo(host));
        report.judged(PASSES_OVER_NEWS, passesOverNews(host));
        host.controls().end();
        report.judged(STOPS, exits(host));
    }

    private Verdict connects(Host host, int mark, List<PlayerId> players) throws InterruptedException {
        return Verdict.of(
                host.connects(mark, players, pace.soon()),
                () -> "no connect-players with " + players + " within " + inSeconds(pace.soon()));
    }

    private Verdict keepsAlive(Host host) throws InterruptedException {
        var within = pace.keepAlive().multipliedBy(2 * BEATS);
        return Verdict.of(
                host.beats(0, BEATS, within),
                () -> "fewer than %d within %s, one is due every %s"
                        .formatted(BEATS, inSeconds(within), inSeconds(pace.keepAlive())));
    }

    private Verdict asksAgain(Host host) throws IOException, InterruptedException {
        int before = host.history().mark();
        host.controls().refuse(ConnectPlayers.class, LATER);
        host.controls().add(ERIN);
        if (!host.connects(before, List.of(ERIN), pace.soon())) {
            host.controls().passOn();
            return didNotAskFor(ERIN);
        }
        boolean hurries = host.history()
                .await(before, events -> Host.timesAsked(events, ERIN) > Pace.MOST_TRIES, pace.refusing());
        int since = host.history().mark();
        host.controls().passOn();
        if (hurries) {
            return hurries("asked");
        }
        return Verdict.of(
                host.history().await(since, events -> History.isDone(events, ConnectPlayers.class), pace.soon()),
                () -> "no connect-players within " + inSeconds(pace.soon()) + " after those that were refused");
    }

    private Verdict takesANo(Host host) throws IOException, InterruptedException {
        int before = host.history().mark();
        host.controls().refuse(ConnectPlayers.class, NEVER);
        host.controls().add(FRANK);
        boolean asks = host.connects(before, List.of(FRANK), pace.soon());
        boolean again =
                asks && host.history().await(before, events -> Host.timesAsked(events, FRANK) > 1, pace.never());
        host.controls().passOn();
        return asks ? Verdict.of(!again, () -> "it asked connect-players again") : didNotAskFor(FRANK);
    }

    private Verdict didNotAskFor(PlayerId player) {
        return new Verdict.NotJudged("no connect-players with [" + player + "] within " + inSeconds(pace.soon()));
    }

    private Verdict hurries(String what) {
        return new Verdict.Fails(
                "it %s more than %d times within %s".formatted(what, Pace.MOST_TRIES, inSeconds(pace.refusing())));
    }

    private Verdict passesOverNews(Host host) throws IOException, InterruptedException {
        int before = host.history().mark();
        host.controls().meetTomorrow();
        try {
            host.controls().add(DAVE);
        } catch (RefusedException e) {
            // Where the server is gone so soon that its instance is over by now.
            return new Verdict.Fails(host.withEnd(
                    "its instance takes no player after a notice or a member that is new: " + e.getMessage()));
        }
        boolean connects = host.connects(before, List.of(DAVE), pace.soon());
        if (host.hasLostItsLink(before)) {
            return new Verdict.Fails("it lost its link over a notice or a member that is new");
        }
        return Verdict.of(connects, () -> "it takes no player after a notice or a member that is new");
    }

    private Verdict exits(Host host) throws InterruptedException {
        return Verdict.of(
                host.controls().exits(pace.soon()), () -> "it still ran " + inSeconds(pace.soon()) + " later");
    }

    private void losesItsLink(Host host, Report report) throws InterruptedException {
        if (!host.hasLinked()) {
            report.skipped(DID_NOT_LINK, COMES_BACK, TRIES_WITH_PAUSES, KEEPS_ITS_LINK, SHOWS_NEW_TOKENS, STAYS_AWAY);
            return;
        }
        // It is well under way: what it does where its first link is never answered is up to it.
        host.connects(0, PLAYERS, pace.soon());
        int before = host.history().mark();
        host.controls().cut(pace.refusing());
        boolean hurries =
                host.history().await(before, events -> Host.timesCome(events) > Pace.MOST_TRIES, pace.refusing());
        var back = host.comesBack(before, pace.back());
        report.judged(COMES_BACK, Verdict.of(back.isPresent(), this::isStillAway));
        if (back.isEmpty()) {
            report.skipped(DID_NOT_COME_BACK, TRIES_WITH_PAUSES, KEEPS_ITS_LINK, SHOWS_NEW_TOKENS, STAYS_AWAY);
            return;
        }
        report.judged(TRIES_WITH_PAUSES, hurries ? hurries("tried") : new Verdict.Holds());
        takesNewTokens(host, back.get().mark(), report);
        report.judged(STAYS_AWAY, staysAway(host));
    }

    private void takesNewTokens(Host host, int back, Report report) throws InterruptedException {
        var given = host.isGivenTokens(back, pace.longestToRefresh());
        if (given.isEmpty()) {
            report.skipped("it was given none", KEEPS_ITS_LINK, SHOWS_NEW_TOKENS);
            return;
        }
        int told = host.history().mark();
        // A line that is cut takes with it what was not read yet: two signs of life later it was.
        host.beats(told, 2, pace.soon());
        report.judged(
                KEEPS_ITS_LINK, Verdict.of(!host.hasLostItsLink(back), () -> "its link has closed when it had them"));
        host.controls().cut(Duration.ZERO);
        var shown = host.comesBack(told, pace.back()).map(Back::pair);
        report.judged(
                SHOWS_NEW_TOKENS,
                shown.isEmpty()
                        ? new Verdict.Fails(isStillAway())
                        : Verdict.of(shown.equals(given), () -> "it came with those from before"));
    }

    private Verdict staysAway(Host host) throws InterruptedException {
        int before = host.history().mark();
        host.controls().forbid();
        boolean comes = host.history().await(before, events -> Host.timesCome(events) > 0, pace.back());
        if (!comes) {
            return new Verdict.NotJudged(DID_NOT_COME_BACK);
        }
        return Verdict.of(
                !host.history().await(before, events -> Host.timesCome(events) > 1, pace.never()),
                () -> "it was answered 401 and came again");
    }

    private String isStillAway() {
        return "it did not link again within " + inSeconds(pace.back());
    }

    private void isDrained(Host host, Report report) throws IOException, InterruptedException {
        if (!host.hasLinked()) {
            report.skipped(DID_NOT_LINK, OBEYS_DRAIN, EXITS);
            return;
        }
        host.controls().drain(pace.drain());
        boolean hasEnded = host.ends(pace.drain());
        report.judged(OBEYS_DRAIN, Verdict.of(hasEnded, () -> "no end within its " + inSeconds(pace.drain())));
        if (hasEnded) {
            report.judged(EXITS, exits(host));
        } else {
            report.skipped("it did not end its game", EXITS);
        }
    }

    private static String inSeconds(Duration duration) {
        return duration.toSeconds() + " s";
    }
}
