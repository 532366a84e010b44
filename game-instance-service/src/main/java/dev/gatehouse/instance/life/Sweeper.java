package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.InstanceId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at every instance whose time has come, over and over, at many at once. Every node does: the
/// store gives each to one of them, and lets only one change an instance. Used by one thread.
public final class Sweeper {

    /// How many instances are looked at at the same time.
    private static final int PAGE = 200;

    /// Full pages that one turn goes on with; the rest waits for the next turn.
    private static final int MOST_PAGES = 50;

    /// For so long no other node is given what this one looks at: longer than a look takes.
    private static final Duration HELD = Duration.ofSeconds(10);

    /// When an instance is looked at again that could not be looked after, such as one that only a newer version
    /// can read.
    private static final Duration PUT_OFF = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private final InstanceStore store;
    private final InstanceLife life;
    private final Hearing hearing;
    private final Consumer<Liveness> seen;
    private final LastTurn lastTurn;

    /// @param hearing hears from each turn whether the store answers
    /// @param seen told of the server of each linked instance that is looked at, from any thread
    /// @param lastTurn hears of each whole turn
    public Sweeper(
            InstanceStore store, InstanceLife life, Hearing hearing, Consumer<Liveness> seen, LastTurn lastTurn) {
        this.store = store;
        this.life = life;
        this.hearing = hearing;
        this.seen = seen;
        this.lastTurn = lastTurn;
    }

    /// @return the schedule, which goes on until it is cancelled
    public ScheduledFuture<?> start(ScheduledExecutorService timers, Duration every) {
        return timers.scheduleWithFixedDelay(this::turn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void turn() {
        try {
            for (int page = 0, size = PAGE; size == PAGE && page < MOST_PAGES; page++) {
                size = lookAtSome();
            }
            lastTurn.done();
        } catch (RuntimeException e) {
            // The schedule must go on: the store may be back at the next turn.
            LOG.warn("looking after instances failed: {}", e.toString());
            hearing.storeIsAway();
        }
    }

    private int lookAtSome() {
        var due = store.takeDue(PAGE, HELD);
        hearing.storeAnswered();
        boolean hears = hearing.isGood();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var looks = due.stream()
                    .map(id -> CompletableFuture.runAsync(() -> look(id, hears), threads))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(looks).join();
        }
        return due.size();
    }

    private void look(InstanceId id, boolean hears) {
        try {
            life.look(id, hears).ifPresent(seen);
        } catch (RuntimeException e) {
            LOG.warn("looking after instance {} failed: {}", id, e.toString());
            // Put off, so that it does not hold up the others. Without the store this fails too, and ends the turn.
            store.lookAgain(id, Optional.of(PUT_OFF));
        }
    }
}
