package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.InstanceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at every instance whose time has come, over and over. Every node does; the store lets only one of them
/// change an instance. Used by one thread.
///
/// While the store is away no server can be heard. Once it is back, and when a node has just started, silence says
/// nothing before every server has had its whole time to be heard again.
public final class Sweeper {

    /// How many instances one turn looks at; the rest waits for the next turn.
    private static final int MAX_PER_TURN = 200;

    /// When an instance is looked at again that could not be looked after, such as one that only a newer version
    /// can read.
    private static final Duration PUT_OFF = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final InstanceStore store;
    private final InstanceLife life;
    private final Deadlines deadlines;
    private final InstantSource time;
    private @Nullable Instant answersSince; // Absent while the store is away.

    public Sweeper(InstanceStore store, InstanceLife life, Deadlines deadlines, InstantSource time) {
        this.store = store;
        this.life = life;
        this.deadlines = deadlines;
        this.time = time;
    }

    /// @return the schedule, which goes on until it is cancelled
    public ScheduledFuture<?> start(ScheduledExecutorService timers, Duration every) {
        return timers.scheduleWithFixedDelay(this::turn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void turn() {
        try {
            var due = store.due(MAX_PER_TURN);
            boolean hears = hears();
            due.forEach(id -> look(id, hears));
        } catch (RuntimeException e) {
            // The schedule must go on: the store may be back at the next turn.
            LOG.warn("looking after instances failed: {}", e.toString());
            answersSince = null;
        }
    }

    /// Whether the store has answered for long enough that a well server has been heard.
    private boolean hears() {
        var now = time.instant();
        if (answersSince == null) {
            answersSince = now;
        }
        return !now.isBefore(answersSince.plus(deadlines.silence()));
    }

    private void look(InstanceId id, boolean hears) {
        try {
            life.look(id, hears);
        } catch (RuntimeException e) {
            LOG.warn("looking after instance {} failed: {}", id, e.toString());
            // Put off, so that it does not hold up the others. Without the store this fails too, and ends the turn.
            store.lookAgain(id, Optional.of(PUT_OFF));
        }
    }
}
