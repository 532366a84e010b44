package dev.gatehouse.instance.life;

import dev.gatehouse.instance.life.LifeEvent.EndRequested;
import dev.gatehouse.instance.life.LifeEvent.ExpiryReached;
import dev.gatehouse.instance.life.LifeEvent.NewsOverdue;
import dev.gatehouse.instance.life.LifeEvent.ServerLost;
import dev.gatehouse.instance.life.LifeEvent.StartFailed;
import dev.gatehouse.registry.instance.AllocatedServer;
import dev.gatehouse.registry.instance.InstanceRecord;
import dev.gatehouse.registry.instance.InstanceRecord.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long an instance may stay in each state, so that none hangs.
///
/// @param allocation for the provider to come up with a server
/// @param link for the server to link, once it is allocated
/// @param keepAlive how often a linked server must say that it is well
/// @param keepAliveMisses after so many of them missed the server is lost
/// @param stale after so long without a touch an instance is given up in which nobody is
/// @param lifetime for the whole instance, however well it is
public record Deadlines(
        Duration allocation,
        Duration link,
        Duration keepAlive,
        int keepAliveMisses,
        Duration stale,
        Duration lifetime) {

    /// However far its deadline is, an instance is looked at this often, so that a lost note of a deadline
    /// costs no more.
    private static final Duration LOOK_AT_LEAST_EVERY = Duration.ofSeconds(30);

    /// A touch that changes nothing else is noted when the last one is older than this part of [#stale], so that a busy
    /// server does not write with each request.
    private static final int TOUCHES_NOTED_AT_MOST = 30;

    public Deadlines {
        positive("allocation", allocation);
        positive("link", link);
        positive("keepAlive", keepAlive);
        positive("stale", stale);
        positive("lifetime", lifetime);
        if (keepAliveMisses < 1) {
            throw new IllegalArgumentException("keepAliveMisses: " + keepAliveMisses + " (expected: >= 1)");
        }
    }

    /// How long a linked server may be silent.
    public Duration silence() {
        return keepAlive.multipliedBy(keepAliveMisses);
    }

    /// The event that a deadline which has passed stands for.
    ///
    /// @param heard whether the server was heard within [#silence]
    public Optional<LifeEvent> due(InstanceRecord instance, boolean heard, Instant now) {
        return missed(instance, heard, now).or(() -> overdue(instance, now));
    }

    private Optional<LifeEvent> missed(InstanceRecord instance, boolean heard, Instant now) {
        if (Instances.isOver(instance)) {
            return Optional.empty();
        }
        if (!now.isBefore(endOf(instance))) {
            return Optional.of(new ExpiryReached("lasted " + lifetime));
        }
        if (instance.drainEnd().filter(end -> !now.isBefore(end)).isPresent()) {
            return Optional.of(new EndRequested("drained"));
        }
        if (isStale(instance, now)) {
            return Optional.of(new ExpiryReached("nobody touched it for " + stale));
        }
        return switch (instance.state()) {
            case CREATED, ALLOCATING -> startFailed(instance, allocation, now, "no server");
            case ALLOCATED -> startFailed(instance, link, now, "the server did not link");
            case LINKED, RUNNING ->
                heard
                        ? Optional.empty()
                        : Optional.ofNullable(instance.server()).map(this::silent);
            case ENDED, FAILED, TERMINATED, EXPIRED -> Optional.empty();
        };
    }

    /// What its end calls for is done first, which is to tell the players as well.
    private static Optional<LifeEvent> overdue(InstanceRecord instance, Instant now) {
        return Instances.isOver(instance) && !instance.released()
                ? Optional.empty()
                : News.nextDue(instance).filter(due -> !now.isBefore(due)).map(_ -> new NewsOverdue());
    }

    private LifeEvent silent(AllocatedServer server) {
        return new ServerLost(server.serverId(), "the server was silent for " + silence());
    }

    /// Whether a touch now would be the first for long enough to be noted.
    public boolean isTouchToBeNoted(InstanceRecord instance, Instant now) {
        return !now.isBefore(instance.lastTouch().plus(stale.dividedBy(TOUCHES_NOTED_AT_MOST)));
    }

    /// How long until the instance is to be looked at again; empty when there is nothing left to look after.
    public Optional<Duration> lookIn(InstanceRecord instance, Instant now) {
        var news = News.nextDue(instance);
        return switch (instance.state()) {
            case CREATED, ALLOCATING -> Optional.of(noLater(lookIn(instance, allocation, now), now, news));
            case ALLOCATED -> Optional.of(noLater(lookIn(instance, link, now), now, news));
            case LINKED, RUNNING -> Optional.of(noLater(atMost(keepAlive, now, lastOf(instance)), now, news));
            case ENDED, FAILED, TERMINATED, EXPIRED ->
                instance.released()
                        ? news.map(due -> atMost(LOOK_AT_LEAST_EVERY, now, due))
                        : Optional.of(LOOK_AT_LEAST_EVERY);
        };
    }

    private boolean isStale(InstanceRecord instance, Instant now) {
        return instance.players().stream().noneMatch(Seat::present)
                && !now.isBefore(instance.lastTouch().plus(stale));
    }

    private Duration lookIn(InstanceRecord instance, Duration allowed, Instant now) {
        return atMost(atMost(LOOK_AT_LEAST_EVERY, now, instance.since().plus(allowed)), now, lastOf(instance));
    }

    /// When it is over at the latest.
    private Instant lastOf(InstanceRecord instance) {
        var end = endOf(instance);
        return instance.drainEnd().filter(end::isAfter).orElse(end);
    }

    private Instant endOf(InstanceRecord instance) {
        return Instant.ofEpochMilli(instance.origin().createdAt()).plus(lifetime);
    }

    private static Optional<LifeEvent> startFailed(InstanceRecord instance, Duration allowed, Instant now, String why) {
        return now.isBefore(instance.since().plus(allowed))
                ? Optional.empty()
                : Optional.of(new StartFailed(why + " within " + allowed));
    }

    private static Duration noLater(Duration look, Instant now, Optional<Instant> news) {
        return news.map(due -> atMost(look, now, due)).orElse(look);
    }

    private static Duration atMost(Duration most, Instant now, Instant deadline) {
        var left = Duration.between(now, deadline);
        return left.isNegative() ? Duration.ZERO : left.compareTo(most) < 0 ? left : most;
    }

    private static void positive(String what, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(what + ": " + value + " (expected: > 0)");
        }
    }
}
