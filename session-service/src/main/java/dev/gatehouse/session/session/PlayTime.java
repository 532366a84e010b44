package dev.gatehouse.session.session;

import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How long a session has lasted, and how much of that its client could play: what its ticks are held against. Counts
/// on over all nodes that hold the session, there by wall time. Single-threaded, as its session; `now` is
/// always nanoseconds of a monotonic clock.
public final class PlayTime {

    /// Why a client cannot play, or what it plays comes to nothing.
    enum Interruption {
        /// It has announced a pause.
        PAUSED,
        /// It has no socket here.
        AWAY,
        /// What it has said cannot be stored.
        UNWRITTEN
    }

    /// A shorter interruption is in the nature of networks and of writing, and does not count.
    private static final long SHORTEST = 1_000_000_000;

    /// In a millisecond.
    private static final long NANOS = 1_000_000;

    private final InstantSource clock;
    private final Set<Interruption> interruptions = EnumSet.noneOf(Interruption.class);

    /// When the first of `interruptions` began, by both clocks.
    private long interruptedFrom;

    private long interruptedAt;
    private long lost;

    /// How much waits to be written.
    private int unwritten;

    /// Where the session began. Absent without a player's timeline, and in a session from before this was stored.
    private @Nullable Start opening;

    /// Where it began to lead.
    private @Nullable Start start;

    /// What another node would know.
    private @Nullable StoredPlayTime saved;

    private record Start(long from, long at, long tick) {

        Stretch until(long now) {
            return new Stretch(tick, Duration.ofNanos(now - from));
        }
    }

    /// How far a session's time has come.
    ///
    /// @param all since it began
    /// @param leading since it began to lead: what its client runs it may have begun to run then, or before, where
    ///     it has not heard that it did not lead meanwhile
    /// @param playable what of that its client could play
    public record Reading(Stretch all, Stretch leading, Duration playable) {}

    /// A stretch of time until now.
    ///
    /// @param firstTick where the timeline was when it began
    public record Stretch(long firstTick, Duration lasted) {}

    PlayTime(InstantSource clock) {
        this.clock = clock;
    }

    /// As another node left it: without a socket.
    static PlayTime goingOn(InstantSource clock, @Nullable StoredPlayTime stored, long now) {
        var time = new PlayTime(clock);
        time.interrupted(Interruption.AWAY, now);
        if (stored != null) {
            var start = time.start(stored.startedAt(), stored.firstTick(), now);
            time.start = start;
            time.opening = stored.openedAt() == 0 ? start : time.start(stored.openedAt(), stored.openedTick(), now);
            time.lost = stored.lostMillis() * NANOS;
            if (stored.interruptedAt() != 0) {
                time.interruptedAt = stored.interruptedAt();
                time.interruptedFrom = time.nanosOf(stored.interruptedAt(), now);
            }
        }
        time.saved = time.stored();
        return time;
    }

    private Start start(long millis, long tick, long now) {
        return new Start(nanosOf(millis, now), millis, tick);
    }

    /// A wall time by the monotonic clock, but no time to come: clocks of nodes differ.
    private long nanosOf(long millis, long now) {
        return now - Math.max(0, clock.millis() - millis) * NANOS;
    }

    /// The client plays from here on; again, if the timeline has moved meanwhile.
    ///
    /// @param tick where the timeline is
    public void begin(long tick, long now) {
        if (start == null || start.tick() != tick) {
            beginAnew(tick, now);
            opening = start;
        }
    }

    /// The client leads from here on, and did not before: another session of the player led.
    ///
    /// @param tick where the timeline is
    public void beginAnew(long tick, long now) {
        start = new Start(now, clock.millis(), tick);
        opening = opening == null ? start : opening;
        lost = 0;
        interruptedFrom = now;
        interruptedAt = clock.millis();
    }

    /// Empty where nothing is known of how the session began.
    public Optional<Reading> read(long now) {
        if (start == null || opening == null) {
            return Optional.empty();
        }
        var leading = start.until(now);
        return Optional.of(
                new Reading(opening.until(now), leading, leading.lasted().minusNanos(lostUntil(now))));
    }

    private long lostUntil(long now) {
        return interruptions.isEmpty() ? lost : lost + counting(now);
    }

    private long counting(long now) {
        long length = now - interruptedFrom;
        return length >= SHORTEST ? length : 0;
    }

    void interrupted(Interruption why, long now) {
        if (interruptions.isEmpty()) {
            interruptedFrom = now;
            interruptedAt = clock.millis();
        }
        interruptions.add(why);
    }

    void goesOn(Interruption why, long now) {
        if (interruptions.remove(why) && interruptions.isEmpty()) {
            lost += counting(now);
        }
    }

    /// Something that the client has said has to be stored.
    public void writes(long now) {
        unwritten++;
        interrupted(Interruption.UNWRITTEN, now);
    }

    /// One of those is.
    public void written(long now) {
        unwritten--;
        if (unwritten == 0) {
            goesOn(Interruption.UNWRITTEN, now);
        }
    }

    /// An owner that cannot write is covered by its lease, which it cannot renew.
    @Nullable
    StoredPlayTime stored() {
        if (start == null || opening == null) {
            return null;
        }
        boolean isOut = interruptions.contains(Interruption.PAUSED) || interruptions.contains(Interruption.AWAY);
        boolean hasLedSinceThen = opening.equals(start);
        return new StoredPlayTime(
                start.at(),
                start.tick(),
                lost / NANOS,
                isOut ? interruptedAt : 0,
                hasLedSinceThen ? 0 : opening.at(),
                hasLedSinceThen ? 0 : opening.tick());
    }

    /// Another node would know this much.
    void saved(@Nullable StoredPlayTime known) {
        saved = known;
    }

    boolean isSaved() {
        return Objects.equals(saved, stored());
    }
}
