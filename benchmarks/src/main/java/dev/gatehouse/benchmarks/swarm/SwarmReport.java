package dev.gatehouse.benchmarks.swarm;

import static java.util.stream.Collectors.joining;

import dev.gatehouse.benchmarks.tool.Distribution;
import dev.gatehouse.client.Statistics;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// What came of a swarm, for people.
///
/// @param trips one for each client
/// @param took from the first client's start to the last one's end
/// @param gone how long after the blow the plan's victim was gone, or went on; empty where there is none, or not yet
/// @param observed what was seen beside the guests; empty where nothing is to be seen, or not yet
record SwarmReport(
        SwarmPlan plan, List<Trip> trips, Duration took, Optional<Duration> gone, Optional<Observation> observed) {

    /// More broken invariants than this are only counted.
    private static final int SHOWN = 20;

    SwarmReport {
        trips = List.copyOf(trips);
    }

    /// Everything that does not hold, with the client's number where it is one client's.
    List<String> broken() {
        var all = new ArrayList<String>();
        for (int i = 0; i < trips.size(); i++) {
            for (var one : Invariants.broken(plan.load(), trips.get(i))) {
                all.add("client " + i + ": " + one);
            }
        }
        if (plan.victim() != null) {
            addBroken(plan.victim(), all);
        }
        return all;
    }

    private void addBroken(Victim victim, List<String> all) {
        for (int i = 0; i < trips.size(); i++) {
            for (var one : victim.ending().broken(trips.get(i))) {
                all.add("client " + i + ": " + one);
            }
        }
        if (gone.isEmpty()) {
            var ending = victim.ending();
            all.add(victim.name() + " was still " + (ending.isOver() ? "there" : ending.past()) + " at the end");
        }
        if (victim.ending().isObserved()) {
            all.addAll(observed.map(Observation::broken)
                    .orElse(List.of("nobody saw what was to be seen of " + victim.name())));
        }
        if (victim.ending().movesSessions() && back().count() == 0) {
            all.add(victim.name() + " had nobody whose session had to go on elsewhere");
        }
    }

    /// How long it took those whom the blow hit to go on.
    private Distribution back() {
        return distributionOf(Trip.Timings::back);
    }

    private Distribution longest() {
        return distributionOf(Trip.Timings::longest);
    }

    private Distribution distributionOf(Function<Trip.Timings, @Nullable Duration> one) {
        return Distribution.of(trips.stream()
                .map(trip -> one.apply(trip.timings()))
                .filter(Objects::nonNull)
                .map(Duration::toNanos)
                .toList());
    }

    List<String> lines() {
        try (var text = new Formatter(Locale.ROOT)) {
            addCounts(text);
            addStatistics(text);
            addTimes(text);
            addBlow(text);
            addVerdict(text);
            return text.toString().lines().toList();
        }
    }

    private void addCounts(Formatter text) {
        var load = plan.load();
        text.format("swarm: %,d guests at %s, each ", plan.clients(), servers());
        text.format("%,d flushes of %d digs, %d cuts, ", load.flushes(), load.digs(), load.cuts());
        text.format("a pause of %d ms after each flush%n", load.pause().toMillis());
        long finished = trips.stream().filter(trip -> trip.trouble() == null).count();
        text.format("clients    %,d of %,d came to the end, in %.1f s%n", finished, plan.clients(), seconds());
        long answered = sum(trip -> trip.flushes().answered().size());
        long asked = sum(trip -> trip.flushes().asked());
        text.format(
                "flushes    %,d asked for, %,d answered, %,.0f each second%n", asked, answered, answered / seconds());
        long dug = sum(trip -> trip.gold().dug());
        long here = sum(trip -> trip.gold().here() - trip.gold().before());
        long kept = sum(SwarmReport::keptMore);
        text.format("gold       %,d dug, %,d more with the clients, %,d more with the server%n", dug, here, kept);
    }

    private void addStatistics(Formatter text) {
        text.format("sockets    %,d tried, ", total(Statistics::sockets));
        text.format("%,d resumes, %,d sessions%n", total(Statistics::resumes), total(Statistics::sessions));
        text.format("sent       %,d messages, ", total(Statistics::sent));
        text.format("%,d acknowledged, ", total(Statistics::acknowledged));
        text.format("%,d sent again%n", total(Statistics::resent));
        text.format("received   %,d messages, ", total(Statistics::received));
        text.format("%,d handled, ", total(Statistics::handled));
        text.format("%,d came again, %,d gaps%n", total(Statistics::duplicates), total(Statistics::gaps));
    }

    private void addTimes(Formatter text) {
        text.format("connect    %s%n", distribution(Trip.Timings::connects));
        text.format("flush      %s%n", distribution(Trip.Timings::flushes));
        text.format("cut        %s, ", distribution(Trip.Timings::cuts));
        text.format("of that a chosen pause of about %d ms%n", Digger.PAUSE_AFTER_CUT.toMillis());
    }

    private void addBlow(Formatter text) {
        var victim = plan.victim();
        if (victim == null) {
            return;
        }
        text.format(
                "blow       %s %s as all played; sessions went on after %s%n",
                victim.name(), victim.ending().past(), back());
        text.format("           the longest wait of each client for an answer since: %s%n", longest());
        var what = victim.ending().isOver() ? "gone" : "went on";
        gone.ifPresent(after -> text.format("           %s after %.1f s%n", what, after.toMillis() / 1_000.0));
        observed.stream().map(Observation::lines).flatMap(List::stream).forEach(line -> text.format("%s%n", line));
        text.format(
                "sockets    %,d opened, %,d closed abruptly, %,d times a client had none%n",
                sum(trip -> trip.passage().opened()),
                sum(trip -> trip.passage().abrupt()),
                sum(trip -> trip.passage().bare()));
    }

    private String servers() {
        return plan.servers().stream().map(URI::toString).collect(joining(", "));
    }

    private void addVerdict(Formatter text) {
        var broken = broken();
        if (broken.isEmpty()) {
            text.format("invariants all hold%n");
            return;
        }
        text.format("invariants %,d BROKEN%n", broken.size());
        broken.stream().limit(SHOWN).forEach(one -> text.format("  %s%n", one));
        if (broken.size() > SHOWN) {
            text.format("  and %,d more%n", broken.size() - SHOWN);
        }
    }

    private double seconds() {
        return Math.max(1, took.toMillis()) / 1_000.0;
    }

    private static long keptMore(Trip trip) {
        var kept = trip.gold().kept();
        return kept == null ? 0 : kept - trip.gold().before();
    }

    private long sum(ToLongFunction<Trip> of) {
        return trips.stream().mapToLong(of).sum();
    }

    private long total(ToLongFunction<Statistics> of) {
        return sum(trip -> of.applyAsLong(trip.statistics()));
    }

    private Distribution distribution(Function<Trip.Timings, Collection<Long>> of) {
        return Distribution.of(trips.stream()
                .map(Trip::timings)
                .map(of)
                .flatMap(Collection::stream)
                .toList());
    }
}
