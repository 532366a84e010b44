package dev.gatehouse.benchmarks.swarm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// What must hold for every guest, however often its socket was cut.
final class Invariants {

    private final List<String> broken = new ArrayList<>();
    private final Load load;
    private final Trip trip;

    private Invariants(Load load, Trip trip) {
        this.load = load;
        this.trip = trip;
    }

    /// @return what does not hold, for people; empty if all is well
    static List<String> broken(Load load, Trip trip) {
        var invariants = new Invariants(load, trip);
        invariants.checkAnswers();
        if (trip.trouble() == null) {
            invariants.checkEnd();
        } else {
            // What is unfinished has counts that are off for that reason alone.
            invariants.broken.add("did not finish: " + trip.trouble());
        }
        return List.copyOf(invariants.broken);
    }

    private void checkAnswers() {
        var heard = new HashSet<Long>();
        for (var number : trip.flushes().heard()) {
            if (!heard.add(number)) {
                broken.add("flush " + number + " was answered more than once");
            }
        }
        var answered = new HashSet<Long>();
        for (var number : trip.flushes().answered()) {
            if (!answered.add(number)) {
                broken.add("flush " + number + " is the answer to more than one call");
            }
            if (!heard.contains(number)) {
                broken.add("flush " + number + " was answered, and the listener did not hear of it");
            }
        }
    }

    private void checkEnd() {
        var flushes = trip.flushes();
        same("flushes asked for", flushes.asked(), "planned", load.allFlushes());
        same("flushes answered", flushes.answered().size(), "asked for", flushes.asked());
        var gold = trip.gold();
        same("gold here", gold.here(), "before and dug", gold.before() + (long) gold.dug());
        same("gold kept by the server", gold.kept() == null ? -1 : gold.kept(), "here", gold.here());
        var numbers = trip.statistics();
        same("messages acknowledged", numbers.acknowledged(), "sent", numbers.sent());
        same("messages handled", numbers.handled(), "received", numbers.received());
        same("gaps", numbers.gaps(), "none", 0);
        same("sessions", numbers.sessions(), "one", 1);
        if (numbers.resumes() < load.cuts()) {
            broken.add("resumes: " + numbers.resumes() + " (expected: at least one for each cut, " + load.cuts() + ")");
        }
    }

    private void same(String what, long value, String as, long expected) {
        if (value != expected) {
            broken.add("%s: %d (expected: %s, %d)".formatted(what, value, as, expected));
        }
    }
}
