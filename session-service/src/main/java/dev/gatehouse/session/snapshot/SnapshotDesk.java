package dev.gatehouse.session.snapshot;

import com.google.protobuf.ByteString;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.lease.Lease;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/// Renders and stores the snapshots of a node on workers, only so many at once; the others wait, oldest first. One that
/// was asked for earlier may arrive later: the journal takes none that ends before the one it has. Safe for use by
/// several threads.
public final class SnapshotDesk {

    private final SnapshotProperties limits;
    private final PlayerJournal journal;
    private final Executor workers;

    /// Both guarded by this desk. A player has one or two on their way, so its players bound what waits.
    private final Deque<Order> waiting = new ArrayDeque<>();

    private int underWay;

    private record Order(
            Lease lease, long index, Supplier<ByteString> rendering, CompletableFuture<AppendResult> answer) {}

    /// @param workers render, one snapshot after the other each
    public SnapshotDesk(SnapshotProperties limits, PlayerJournal journal, Executor workers) {
        this.limits = limits;
        this.journal = journal;
        this.workers = workers;
    }

    public SnapshotProperties limits() {
        return limits;
    }

    /// How many wait for their turn.
    public synchronized int waiting() {
        return waiting.size();
    }

    /// Stores a snapshot of a player.
    ///
    /// @param index of the last journal entry contained in it
    /// @param rendering gives its bytes, on a worker; of something that does not change
    /// @return never exceptionally: one that cannot be rendered is unconfirmed
    public CompletionStage<AppendResult> store(Lease lease, long index, Supplier<ByteString> rendering) {
        var order = new Order(lease, index, rendering, new CompletableFuture<>());
        if (hasRoomFor(order)) {
            start(order);
        }
        return order.answer();
    }

    private synchronized boolean hasRoomFor(Order order) {
        if (underWay == limits.atOnce()) {
            waiting.add(order);
            return false;
        }
        underWay++;
        return true;
    }

    /// Starts an order, and where nobody renders any more answers those that wait as well.
    private void start(Order order) {
        var next = Optional.of(order);
        while (next.isPresent()) {
            next = isHandedOver(next.get()) ? Optional.empty() : next();
        }
    }

    /// @return false if nobody renders any more: then it is answered
    private boolean isHandedOver(Order order) {
        try {
            store(order, CompletableFuture.supplyAsync(order.rendering(), workers));
            return true;
        } catch (RejectedExecutionException e) {
            order.answer().complete(new AppendResult.Unconfirmed(e));
            return false;
        }
    }

    private void store(Order order, CompletableFuture<ByteString> rendered) {
        var _ = rendered.thenCompose(bytes -> journal.snapshot(order.lease(), order.index(), bytes))
                .exceptionally(AppendResult.Unconfirmed::new)
                .thenAccept(result -> {
                    order.answer().complete(result);
                    next().ifPresent(this::start);
                });
    }

    /// Whose turn it is in place of one that is over.
    private synchronized Optional<Order> next() {
        if (waiting.isEmpty()) {
            underWay--;
        }
        return Optional.ofNullable(waiting.poll());
    }
}
