package dev.gatehouse.session.player;

import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.lease.Lease;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/// Decides when a player's snapshot is stored: after so many journal entries, one at a time. A snapshot is a
/// reference to a state, so nothing stops meanwhile.
final class Snapshots {

    private final PlayerWorld world;
    private final Lease lease;

    /// The index up to which the last snapshot reaches.
    private long reached;

    /// What the journal reached last, and the state there.
    private long written;

    private @Nullable PlayerState<?> state;

    private boolean underWay;

    /// @param state where the journal is; absent for a game without a player model
    Snapshots(PlayerWorld world, Lease lease, @Nullable PlayerState<?> state, long reached, long written) {
        this.world = world;
        this.lease = lease;
        this.state = state;
        this.reached = reached;
        this.written = written;
    }

    /// The journal has this state as its last.
    void written(PlayerState<?> at, long index) {
        state = at;
        written = index;
    }

    boolean isDue() {
        return !underWay && written - reached >= world.limits().snapshotEvery();
    }

    /// Whether the journal has anything that the last snapshot has not, and no snapshot is on its way.
    boolean hasNews() {
        return state != null && written > reached && !underWay;
    }

    /// Stores a snapshot of what the journal reached last, or had reached before Redis lost some of it.
    /// Only of a player with a model.
    CompletionStage<AppendResult> store() {
        underWay = true;
        try {
            return world.journal()
                    .snapshot(lease, written, StoredPlayers.encode(Objects.requireNonNull(state, "no model")));
        } catch (RuntimeException e) {
            // A game may make a model that cannot be encoded. The journal still has what led to it.
            return CompletableFuture.completedFuture(new AppendResult.Unconfirmed(e));
        }
    }

    /// @param upTo the index that the snapshot was for
    void stored(long upTo) {
        underWay = false;
        reached = Math.max(reached, upTo);
    }

    void failed() {
        underWay = false;
    }

    long written() {
        return written;
    }
}
