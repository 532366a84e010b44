package dev.gatehouse.session.shard;

import dev.gatehouse.model.player.GameFailure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the work of its players in turns. A turn takes what has arrived, runs it, and hands everything that must
/// be stored to [Storage] in one pipeline. At most one pipeline is under way: what later turns decide meanwhile
/// goes with the next one, so a slow storage makes the pipelines longer, not more.
public final class Shard<W, R> {

    private static final Logger log = LoggerFactory.getLogger(Shard.class);

    private final ShardLimits limits;
    private final Storage<W, R> storage;
    private final Executor thread;
    private final ScheduledExecutorService timers;

    private final Queue<Runnable> fromOutside = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();

    /// Answers to what this shard itself asked for; as many as it has questions open, so it needs no bound of its
    /// own.
    private final Queue<Runnable> answers = new ConcurrentLinkedQueue<>();

    private final AtomicBoolean scheduled = new AtomicBoolean();

    /// Who has decided something since the last pipeline. Only the shard's thread touches this and the next
    /// field.
    private final Set<Writer<W, R>> unwritten = new LinkedHashSet<>();

    private boolean writing;

    /// @param thread runs one task at a time, in order
    public Shard(ShardLimits limits, Storage<W, R> storage, Executor thread, ScheduledExecutorService timers) {
        this.limits = limits;
        this.storage = storage;
        this.thread = thread;
        this.timers = timers;
    }

    /// Brings work from outside. From any thread.
    ///
    /// @return false if too much waits already; the work is then not done
    public boolean offer(Runnable work) {
        if (waiting.incrementAndGet() > limits.queue()) {
            waiting.decrementAndGet();
            return false;
        }
        fromOutside.add(work);
        wake();
        return true;
    }

    /// Brings the answer to something that the shard asked for; never refused. From any thread.
    public void answer(Runnable work) {
        answers.add(work);
        wake();
    }

    /// Notes that the writer has something to store at the end of this turn. From the shard's thread.
    public void changed(Writer<W, R> writer) {
        unwritten.add(writer);
    }

    /// As [#changed], after the pause that storage is given when it does not answer.
    public void changedLater(Writer<W, R> writer) {
        var _ = timers.schedule(
                () -> answer(() -> changed(writer)), limits.retry().toMillis(), TimeUnit.MILLISECONDS);
    }

    /// How many pieces of work from outside wait.
    public int waiting() {
        return waiting.get();
    }

    private void wake() {
        if (scheduled.compareAndSet(false, true)) {
            thread.execute(this::turn);
        }
    }

    private void turn() {
        // Cleared first: what arrives from here on schedules a turn of its own.
        scheduled.set(false);
        int left = limits.turn();
        for (var next = next(); next != null; next = --left > 0 ? next() : null) {
            run(next);
        }
        write();
        if (left == 0) {
            wake();
        }
    }

    private @Nullable Runnable next() {
        var answer = answers.poll();
        if (answer != null) {
            return answer;
        }
        var work = fromOutside.poll();
        if (work != null) {
            waiting.decrementAndGet();
        }
        return work;
    }

    private static void run(Runnable work) {
        // A mistake with one player must not stop the others on this shard.
        GameFailure.attempt(work, e -> log.error("Work of a shard failed.", e));
    }

    private void write() {
        if (writing || unwritten.isEmpty()) {
            return;
        }
        var batch = new Batch<W, R>();
        for (var writer : unwritten) {
            run(() -> writer.take().ifPresent(write -> batch.add(writer, write)));
        }
        unwritten.clear();
        if (!batch.isEmpty()) {
            writing = true;
            send(batch);
        }
    }

    private void send(Batch<W, R> batch) {
        stored(batch)
                .whenComplete((results, failure) -> answer(() -> {
                    writing = false;
                    if (failure == null) {
                        batch.settle(results, Shard::run);
                    } else {
                        log.warn("{} writes have an unknown end: {}", batch.size(), failure.toString());
                        batch.unknown(Shard::run);
                    }
                }));
    }

    /// A storage that throws has failed like any other: the writes after it must not wait for its answer.
    private CompletionStage<List<R>> stored(Batch<W, R> batch) {
        try {
            return storage.write(batch.writes());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }
}
