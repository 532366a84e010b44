package dev.gatehouse.instance.life;

import dev.gatehouse.model.id.InstanceId;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Notes in the instances what players have heard, where that has waited for another change for long enough. Used by
/// one thread.
public final class ReceiptNotes {

    /// How many instances one turn writes to, all at once; the rest waits for the next turn.
    private static final int MAX_PER_TURN = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ReceiptNotes.class);

    private final Receipts receipts;
    private final InstanceLife life;

    public ReceiptNotes(Receipts receipts, InstanceLife life) {
        this.receipts = receipts;
        this.life = life;
    }

    /// @return the schedule, which goes on until it is cancelled
    public ScheduledFuture<?> start(ScheduledExecutorService timers, Duration every) {
        return timers.scheduleWithFixedDelay(this::turn, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    void turn() {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            receipts.due(MAX_PER_TURN).forEach(id -> threads.execute(() -> note(id)));
        }
    }

    private void note(InstanceId id) {
        try {
            life.noteReceipts(id);
        } catch (RuntimeException e) {
            // It waits for the next turn, and the schedule must go on.
            LOG.warn("what players have heard of instance {} cannot be noted: {}", id, e.toString());
        }
    }
}
