package dev.gatehouse.launcher.simulator.conformance;

import static dev.gatehouse.launcher.simulator.conformance.Check.ADMITS;
import static dev.gatehouse.launcher.simulator.conformance.Check.REFUSES_ANOTHERS;
import static dev.gatehouse.launcher.simulator.conformance.Check.REFUSES_EXPIRED;
import static dev.gatehouse.launcher.simulator.conformance.Check.REFUSES_FORGED;
import static dev.gatehouse.launcher.simulator.conformance.Check.REFUSES_USED;
import static dev.gatehouse.launcher.simulator.conformance.Check.REPEATS_ITS_KEY;
import static dev.gatehouse.launcher.simulator.conformance.Check.TAKES_A_NEW_KEY;

import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.partner.GameServerRequest.UpdatePlayer;
import dev.gatehouse.model.partner.GameServerRequest.VerifyTicket;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What shows at a server's door: whom it lets in by which ticket, and how it changes a player who
/// is inside. A door that gives no answer leaves nothing to judge after that.
final class DoorLife {

    private static final PlayerId ALICE = Lives.PLAYERS.getFirst();
    private static final String REFUSED = "REFUSED";
    private static final String DONE = "DONE";

    private final Pace pace;
    private final BadTickets bad;

    DoorLife(Pace pace, BadTickets bad) {
        this.pace = pace;
        this.bad = bad;
    }

    private interface Trial {

        Verdict judge() throws IOException, InterruptedException;
    }

    void live(Host host, Report report) throws InterruptedException {
        var ticket = host.hasLinked() ? host.history().ticket(ALICE, pace.soon()) : Optional.<String>empty();
        if (ticket.isEmpty()) {
            var why = host.hasLinked() ? "no player was sent there with a ticket" : Lives.DID_NOT_LINK;
            report.skipped(why, Check.of(Life.OPENS_ITS_DOOR).toArray(Check[]::new));
            return;
        }
        boolean answers = true;
        for (var trial : trials(host, ticket.get()).entrySet()) {
            if (!answers) {
                report.skipped("its door gave no answer", trial.getKey());
                continue;
            }
            try {
                report.judged(trial.getKey(), trial.getValue().judge());
            } catch (IOException e) {
                answers = false;
                var why = "its door gave no answer: " + e.getMessage();
                report.judged(trial.getKey(), new Verdict.Fails(host.withEnd(why)));
            }
        }
    }

    private Map<Check, Trial> trials(Host host, String ticket) {
        Map<Check, Trial> trials = new LinkedHashMap<>();
        trials.put(ADMITS, () -> admits(host, ticket));
        trials.put(REFUSES_USED, () -> refusesUsed(host, ticket));
        trials.put(REFUSES_EXPIRED, () -> refusesByItself(host, List.of(bad.expired(ticket))));
        trials.put(REFUSES_ANOTHERS, () -> refusesByItself(host, List.of(bad.anothers(ticket))));
        trials.put(REFUSES_FORGED, () -> refusesByItself(host, bad.forged(ticket)));
        trials.put(REPEATS_ITS_KEY, () -> repeatsItsKey(host));
        trials.put(TAKES_A_NEW_KEY, () -> takesANewKey(host));
        return trials;
    }

    private Verdict admits(Host host, String ticket) throws IOException, InterruptedException {
        int before = host.history().mark();
        var answer = comes(host, ticket);
        if (!answer.equals("WELCOME " + ALICE)) {
            return new Verdict.Fails("its door said " + answer);
        }
        var until = host.history().since(before);
        return Verdict.of(
                History.asked(until, VerifyTicket.class).findAny().isPresent(),
                () -> "it let the player in without verify-ticket");
    }

    private Verdict refusesUsed(Host host, String ticket) throws IOException, InterruptedException {
        var answer = comes(host, ticket);
        return Verdict.of(answer.startsWith(REFUSED), () -> "its door said " + answer);
    }

    private Verdict refusesByItself(Host host, List<String> tickets) throws IOException, InterruptedException {
        for (String each : tickets) {
            int before = host.history().mark();
            var answer = comes(host, each);
            if (!answer.startsWith(REFUSED)) {
                return new Verdict.Fails("its door said " + answer);
            }
            var until = host.history().since(before);
            if (History.asked(until, VerifyTicket.class).findAny().isPresent()) {
                return new Verdict.Fails("it asked verify-ticket, where its own look at the ticket says enough");
            }
        }
        return new Verdict.Holds();
    }

    private String comes(Host host, String ticket) throws IOException, InterruptedException {
        return host.asksAtItsDoor("JOIN " + ticket, pace.soon());
    }

    private Verdict repeatsItsKey(Host host) throws IOException, InterruptedException {
        int before = host.history().mark();
        host.controls().loseNextAnswer(UpdatePlayer.class);
        var answer = update(host);
        var keys = keys(host, before);
        if (keys.size() < 2) {
            return new Verdict.Fails(
                    (keys.isEmpty() ? "no update-player" : "it did not ask again") + ": its door said " + answer);
        }
        if (keys.getFirst().isEmpty()) {
            return new Verdict.Fails("it asked again, and had no key");
        }
        if (keys.stream().distinct().count() > 1) {
            return new Verdict.Fails("it asked again under another key");
        }
        return Verdict.of(answer.equals(DONE), () -> "its door said " + answer);
    }

    private Verdict takesANewKey(Host host) throws IOException, InterruptedException {
        var known = keys(host, 0);
        int before = host.history().mark();
        var answer = update(host);
        var keys = keys(host, before);
        if (keys.isEmpty()) {
            return new Verdict.Fails("no update-player: its door said " + answer);
        }
        if (keys.contains(Optional.<String>empty())) {
            return new Verdict.NotJudged("its update had no key");
        }
        return Verdict.of(
                keys.stream().noneMatch(known::contains),
                () -> "its key was that of the update before, so nothing is done");
    }

    private String update(Host host) throws IOException, InterruptedException {
        return host.asksAtItsDoor("UPDATE " + ALICE, pace.back().plus(pace.soon()));
    }

    private static List<Optional<String>> keys(Host host, int mark) {
        return History.asked(host.history().since(mark), UpdatePlayer.class)
                .map(update -> Optional.ofNullable(update.key()))
                .toList();
    }
}
