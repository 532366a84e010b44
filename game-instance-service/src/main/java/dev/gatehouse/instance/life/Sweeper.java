package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.InstanceId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at every instance whose time has come, over and over. Every node does; the store lets only one of them
/// change an instance. Used by one thread.
public final class Sweeper {

    /// How many instances one turn looks at; the rest waits for the next turn.
    private static final int MAX_PER_TURN = 200;

    /// When an instance is looked at again that could not be looked after, such as one that only a newer version
    /// can read.
    private static final Duration PUT_OFF = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final InstanceStore store;
    private final InstanceLife life;
    private final Hearing hearing;
    private final LastTurn lastTurn;

    /// @param hearing hears from each turn whether the store answers
    /// @param lastTurn hears of each whole turn
    public Sweeper(InstanceStore store, InstanceLife life, Hearing hearing, LastTurn lastTurn) {
        this.store = store;
        this.life = life;
        this.hearing = hearing;
        this.lastTurn = lastTurn;
    }

    /// @return the schedule, which goes on until it is cancelled
    public ScheduledFuture<?> start(ScheduledExecutorService timers, Duration every) {
        return timers.scheduleWithFixedDelay(this::turn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void turn() {
        try {
            var due = store.due(MAX_PER_TURN);
            hearing.storeAnswered();
            boolean hears = hearing.isGood();
            due.forEach(id -> look(id, hears));
            lastTurn.done();
        } catch (RuntimeException e) {
            // The schedule must go on: the store may be back at the next turn.
            LOG.warn("looking after instances failed: {}", e.toString());
            hearing.storeIsAway();
        }
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
