package dev.gatehouse.launcher.simulator.conformance;

import static dev.gatehouse.launcher.simulator.conformance.Check.COMES_BACK;
import static dev.gatehouse.launcher.simulator.conformance.Check.EXITS;
import static dev.gatehouse.launcher.simulator.conformance.Check.KEEPS_ALIVE;
import static dev.gatehouse.launcher.simulator.conformance.Check.LINKS;
import static dev.gatehouse.launcher.simulator.conformance.Check.OBEYS_DRAIN;
import static dev.gatehouse.launcher.simulator.conformance.Check.PASSES_OVER_NEWS;
import static dev.gatehouse.launcher.simulator.conformance.Check.SHOWS_NEW_TOKENS;
import static dev.gatehouse.launcher.simulator.conformance.Check.STOPS;
import static dev.gatehouse.launcher.simulator.conformance.Check.TAKES_LATE_PLAYERS;
import static dev.gatehouse.launcher.simulator.conformance.Check.TAKES_PLAYERS;

import dev.gatehouse.launcher.simulator.RefusedException;
import dev.gatehouse.launcher.simulator.conformance.Host.Back;
import dev.gatehouse.model.id.PlayerId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// What a server goes through. Each life is a server's own, and judges what shows in it, in this
/// order; a failure does not count against what comes after, unless that cannot be judged.
final class Lives {

    static final List<PlayerId> PLAYERS = List.of(new PlayerId("alice"), new PlayerId("bob"));

    private static final PlayerId CAROL = new PlayerId("carol");
    private static final PlayerId DAVE = new PlayerId("dave");
    private static final String DID_NOT_LINK = "it did not link";

    /// A lost link may not be opened again at once.
    private static final Duration OUTAGE = Duration.ofSeconds(1);

    /// So many keep-alives, with the time for twice as many.
    private static final int BEATS = 3;

    private final Pace pace;

    Lives(Pace pace) {
        this.pace = pace;
    }

    /// One life, from a server that has linked, or has had its time for it.
    interface Life {

        void live(Host host, Report report) throws IOException, InterruptedException;
    }

    /// The longest first.
    List<Life> all() {
        return List.of(this::losesItsLink, this::hosts, this::isDrained);
    }

    void hosts(Host host, Report report) throws IOException, InterruptedException {
        boolean links = host.hasLinked();
        report.judged(LINKS, links ? new Verdict.Holds() : new Verdict.Fails(host.whyNotLinked()));
        if (!links) {
            report.skipped(DID_NOT_LINK, TAKES_PLAYERS, KEEPS_ALIVE, TAKES_LATE_PLAYERS, PASSES_OVER_NEWS, STOPS);
            return;
        }
        report.judged(TAKES_PLAYERS, connects(host, 0, PLAYERS));
        report.judged(KEEPS_ALIVE, keepsAlive(host));
        int before = host.history().mark();
        host.controls().add(CAROL);
        report.judged(TAKES_LATE_PLAYERS, connects(host, before, List.of(CAROL)));
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

    void losesItsLink(Host host, Report report) throws InterruptedException {
        if (!host.hasLinked()) {
            report.skipped(DID_NOT_LINK, COMES_BACK, SHOWS_NEW_TOKENS);
            return;
        }
        // It is well under way: what it does where its first link is never answered is up to it.
        host.connects(0, PLAYERS, pace.soon());
        int before = host.history().mark();
        host.controls().cut(OUTAGE);
        var back = host.comesBack(before, pace.back());
        report.judged(COMES_BACK, Verdict.of(back.isPresent(), this::isStillAway));
        if (back.isPresent()) {
            report.judged(SHOWS_NEW_TOKENS, showsNewTokens(host, back.get().mark()));
        } else {
            report.skipped("it did not come back", SHOWS_NEW_TOKENS);
        }
    }

    private Verdict showsNewTokens(Host host, int back) throws InterruptedException {
        var given = host.isGivenTokens(back, pace.longestToRefresh());
        if (given.isEmpty()) {
            return new Verdict.NotJudged("it was given none");
        }
        int told = host.history().mark();
        // A line that is cut takes with it what was not read yet: two signs of life later it was.
        host.beats(told, 2, pace.soon());
        host.controls().cut(Duration.ZERO);
        var shown = host.comesBack(told, pace.back()).map(Back::pair);
        return shown.isEmpty()
                ? new Verdict.Fails(isStillAway())
                : Verdict.of(shown.equals(given), () -> "it came with those from before");
    }

    private String isStillAway() {
        return "it did not link again within " + inSeconds(pace.back());
    }

    void isDrained(Host host, Report report) throws IOException, InterruptedException {
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
