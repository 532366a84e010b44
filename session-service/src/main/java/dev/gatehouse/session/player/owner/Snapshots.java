package dev.gatehouse.session.player.owner;

import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.state.Rendering;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.snapshot.JournalGrowth;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a player's snapshots stored when they are due, one at a time. Others render them, of what never changes, so
/// nothing of the player stops meanwhile. On the player's shard only.
final class Snapshots {

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

    /// How long after one that failed the next is due.
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final PlayerWorld world;
    private final Lease lease;
    private final JournalGrowth journal;

    /// The state at the journal's end; absent for a game without a player model.
    private @Nullable PlayerState<?> state;

    private boolean underWay;
    private long notBefore;

    Snapshots(PlayerWorld world, Loaded.Ready loaded) {
        this.world = world;
        this.lease = loaded.lease();
        this.state = loaded.state();
        this.notBefore = world.now();
        this.journal = new JournalGrowth(world.snapshots().limits(), loaded.journal(), notBefore);
    }

    /// The journal has this state as its last.
    ///
    /// @param bytes of the entries that led to it
    void written(PlayerState<?> at, long index, long bytes) {
        state = at;
        journal.written(index, bytes, world.now());
    }

    boolean isDue(long now) {
        return !underWay && now - notBefore >= 0 && journal.isDue(now);
    }

    /// Whether one is being stored.
    boolean isUnderWay() {
        return underWay;
    }

    /// Whether the journal has anything that the last snapshot has not.
    boolean hasNews() {
        return state != null && journal.hasNews();
    }

    /// Has a snapshot stored of what the journal reached last, or had reached before Redis lost some of it.
    /// Only of a player with a model.
    ///
    /// @param onShard runs a step on the player's shard, soon
    /// @param fenced runs there if somebody else owns the player by now
    /// @return done when the answer has been seen to; never exceptionally
    CompletionStage<Void> store(Consumer<Runnable> onShard, Runnable fenced) {
        underWay = true;
        var upTo = journal.end();
        var now = Objects.requireNonNull(state, "no model");
        var done = new CompletableFuture<Void>();
        world.snapshots()
                .store(lease, written(), Rendering.of(now))
                .thenAccept(result -> onShard.accept(() -> {
                    answered(result, upTo, fenced);
                    done.complete(null);
                }));
        return done;
    }

    private void answered(AppendResult result, JournalGrowth.Mark upTo, Runnable fenced) {
        switch (result) {
            case AppendResult.Appended _ -> {
                underWay = false;
                journal.reached(upTo);
            }
            case AppendResult.Fenced _ -> fenced.run();
            case AppendResult.Behind _ -> failed();
            case AppendResult.Unconfirmed(var cause) -> {
                log.warn("A snapshot of {} may not be stored: {}", lease.player(), cause.toString());
                failed();
            }
        }
    }

    private void failed() {
        underWay = false;
        notBefore = world.now() + RETRY.toNanos();
    }

    /// The last index that the journal has confirmed.
    long written() {
        return journal.end().index();
    }
}
