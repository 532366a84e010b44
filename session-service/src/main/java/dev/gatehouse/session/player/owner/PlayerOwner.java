package dev.gatehouse.session.player.owner;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NODE_LOST;
import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NOT_READY_UNHANDLED;
import static dev.gatehouse.model.error.ConnectionError.FORCE_TERMINATED_INTERNAL_SERVER_ERROR;

import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.model.player.GameFailure;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.Renewal.Held;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.session.player.desync.Trail;
import dev.gatehouse.session.player.state.JournalEntry;
import dev.gatehouse.session.player.state.PlayerState;
import dev.gatehouse.session.player.state.StoredPlayers;
import dev.gatehouse.session.player.world.PlayerWorld;
import dev.gatehouse.session.shard.Shard;
import dev.gatehouse.session.shard.Writer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Owns one player under a lease: the state, the journal's end, the sessions. Runs on the player's shard
/// only. Once the lease is lost it does nothing more.
public final class PlayerOwner implements Writer<Append, AppendResult> {

    private static final Logger log = LoggerFactory.getLogger(PlayerOwner.class);

    private final PlayerWorld world;
    private final Shard<Append, AppendResult> shard;
    private final Lease lease;
    private final SessionKeeper keeper;
    private final Logins logins;
    private final Seats seats;
    private final Withheld withheld;
    private final Attendance attendance;
    private final Homecoming homecoming;
    private final WriteGate gate;
    private final Snapshots snapshots;
    private final Use use;
    private final Trail trail = new Trail();

    /// Absent for a game without a player model, and for an unauthenticated session.
    private @Nullable PlayerState<?> state;

    /// The state that the entries under way lead to.
    private @Nullable PlayerState<?> stateUnderWay;

    /// When the lease ends by this node's monotonic clock, if it is not renewed before.
    private long leaseUntil;

    /// Whether something waits that may not be shown before the lease is renewed, though all of it is stored.
    private boolean overdue;

    private boolean lost;

    /// How often the model was edited directly.
    private long edits;

    public PlayerOwner(PlayerWorld world, Shard<Append, AppendResult> shard, Loaded.Ready loaded) {
        this.world = world;
        this.shard = shard;
        this.lease = loaded.lease();
        this.state = loaded.state();
        this.leaseUntil = loaded.leaseUntil();
        this.gate = new WriteGate(lease, loaded.journal().written() + 1);
        this.snapshots = new Snapshots(world, loaded);
        this.keeper = new SessionKeeper(world, shard, this);
        this.logins = new Logins(world, shard, this);
        this.seats = new Seats(world, this, state);
        this.withheld = new Withheld(this::leaseHolds, world.limits().maxUnwritten());
        this.attendance = new Attendance(world, shard::answer, keeper, withheld, seats::review);
        this.homecoming = new Homecoming(world, shard::answer, attendance);
        this.use = new Use(world);
        keeper.restored(loaded.sessions().size());
        loaded.sessions().forEach(attendance::add);
        loaded.sessions().forEach(seats::goesOn);
        loaded.sessions().forEach(homecoming::goesOn);
    }

    public PlayerKey player() {
        return lease.player();
    }

    public Lease lease() {
        return lease;
    }

    public Attendance attendance() {
        return attendance;
    }

    Homecoming homecoming() {
        return homecoming;
    }

    Seats seats() {
        return seats;
    }

    Logins logins() {
        return logins;
    }

    Use use() {
        return use;
    }

    Trail trail() {
        return trail;
    }

    SessionKeeper keeper() {
        return keeper;
    }

    @Nullable
    public PlayerState<?> state() {
        return state;
    }

    /// Grows with each direct edit of the model.
    long edits() {
        return edits;
    }

    /// Tells the model once everything decided so far is in the journal; nothing where there is none
    /// or it is lost.
    public void written(Consumer<Optional<PlayerModel>> then) {
        var model = Optional.ofNullable(state)
                .<PlayerModel>map(now -> now.timeline().model());
        afterwards(() -> then.accept(model), () -> then.accept(Optional.empty()));
    }

    public boolean isLost() {
        return lost;
    }

    /// Whether so much waits for the journal that nothing more can be decided. Its sessions then end: a
    /// client that comes back finds everything that was acknowledged.
    boolean isFull() {
        var limits = world.limits();
        boolean full = gate.waiting() >= limits.maxUnwritten() || gate.waitingBytes() >= limits.unwrittenBytes();
        if (full && !attendance.isEmpty()) {
            log.warn("The journal of {} cannot be written; its sessions end.", player());
            attendance.endAll(CLUSTER_NOT_READY_UNHANDLED);
        }
        return full;
    }

    /// Takes over a new state, and writes what led to it. Only while it is not [#isFull].
    void decide(PlayerState<?> next, JournalEntry entry) {
        // Before anything changes: a step that cannot be stored has not happened.
        var stored = StoredPlayers.encode(entry);
        if (state != null && !attendance.isEmpty()) {
            trail.add(state, entry, stored.size());
        }
        if (entry instanceof JournalEntry.Edited) {
            // It has what no desync's bundle may have: members that only the server knows.
            trail.clear();
            edits++;
        }
        state = next;
        use.used();
        gate.add(stored);
        shard.changed(this);
    }

    /// Shows something outside once everything decided so far is in the journal, and while the lease is known to be
    /// held: who may have lost it does not speak for the player.
    ///
    /// @param never told in its place if the lease is lost before
    void afterwards(Runnable effect, Runnable never) {
        if (lost) {
            never.run();
        } else if (gate.isEmpty() && !leaseHolds()) {
            overdue = true;
            gate.hold(effect, never);
        } else {
            gate.afterwards(effect, never);
        }
    }

    @Override
    public Optional<Append> take() {
        if (lost || overdue) {
            return Optional.empty();
        }
        if (!gate.isWriting()) {
            stateUnderWay = state;
        }
        return gate.take();
    }

    @Override
    public void written(AppendResult result) {
        if (lost) {
            return;
        }
        switch (result) {
            case AppendResult.Appended _ -> appended();
            case AppendResult.Fenced _ -> fenced();
            case AppendResult.Behind(var nextIndex) -> repair(nextIndex);
            case AppendResult.Unconfirmed(var cause) -> {
                log.warn("It is not known whether the journal of {} was written: {}", player(), cause.toString());
                unknown();
            }
        }
    }

    @Override
    public void unknown() {
        shard.changedLater(this);
    }

    private void appended() {
        if (stateUnderWay != null) {
            snapshots.written(stateUnderWay, gate.lastIndex(), gate.bytesUnderWay());
        }
        overdue = !leaseHolds();
        if (!overdue) {
            show();
        }
        snapshotIfDue(world.now());
    }

    private void snapshotIfDue(long now) {
        if (snapshots.isDue(now)) {
            store();
        }
    }

    private void show() {
        gate.open(this::attempt);
        attendance.tidy();
        if (gate.waiting() > 0) {
            shard.changed(this);
        }
    }

    /// Whether nobody else can own the player yet, by this node's clock.
    boolean leaseHolds() {
        return world.now() - (leaseUntil - world.limits().leaseMargin().toNanos()) < 0;
    }

    /// What the registry has confirmed until now.
    public Stored stored() {
        return new Stored(snapshots.written(), keeper.confirmed());
    }

    /// The registry says that the lease is held until then, and what it has of the player.
    ///
    /// @param before what was [#stored] when it was asked: an answer may be late
    public void renewed(long until, Held held, Stored before) {
        leaseUntil = until;
        withheld.release();
        // What waits to be written finds out by itself, and nothing is known of a write under way.
        if (held.nextIndex() <= before.written() && state != null && gate.isWritten() && !lost) {
            if (!snapshots.isUnderWay()) {
                repair(held.nextIndex());
            }
        } else if (held.kept() < before.kept() && !lost) {
            log.warn("Redis has lost what was stored of the sessions of {}.", player());
            world.counters().repaired();
            keeper.saveAll();
        }
        if (overdue && leaseHolds()) {
            overdue = false;
            show();
        }
    }

    /// Another node owns the player, or nobody does: nothing that was not acknowledged counts.
    public void fenced() {
        if (lost) {
            return;
        }
        lost = true;
        log.warn("The lease of {} with epoch {} is lost.", player(), lease.epoch());
        world.counters().fenced();
        withheld.forget();
        attendance.endAll(CLUSTER_NODE_LOST);
        gate.shut(this::attempt);
    }

    /// A mistake in our code or the game's: the sessions end, what is stored stays.
    public void failed(Throwable failure) {
        var said = state == null ? failure : state.game().forLog(failure);
        log.error("A step of {} failed; its sessions end.", player(), said);
        attendance.endAll(FORCE_TERMINATED_INTERNAL_SERVER_ERROR);
    }

    /// Runs a step so that a mistake in it ends this player's sessions and harms nobody else.
    public void attempt(Runnable effect) {
        GameFailure.attempt(effect, this::failed);
    }

    /// Redis has lost the last of what it had confirmed. What is in memory takes its place, and then what waits is
    /// written: the lease that Redis still has says that nobody else has written meanwhile.
    private void repair(long nextIndex) {
        log.warn("Redis has lost {} entries of {}.", snapshots.written() + 1 - nextIndex, player());
        world.counters().repaired();
        store().thenRun(() -> shard.answer(this::unknown));
        keeper.saveAll();
    }

    private CompletionStage<Void> store() {
        return snapshots.store(shard::answer, this::fenced);
    }

    public void tick(long now) {
        logins.tick(now);
        attendance.tick(now);
        homecoming.tick(now);
        keeper.save();
        snapshotIfDue(now);
        if (attendance.isEmpty()) {
            trail.clear();
        } else {
            use.used();
        }
    }

    /// Whether nobody needs this player here any more.
    public boolean isIdle(long now) {
        return attendance.isEmpty() && gate.isEmpty() && use.isOver(now);
    }

    /// Whether its clients have been told everything that was heard for them.
    boolean isToldAll() {
        return withheld.isEmpty();
    }

    /// Whether everything decided is in the journal.
    boolean isWritten() {
        return gate.isEmpty();
    }

    /// Lets go of a player whom nobody needs: stores what is new and gives the lease back. Nothing may be decided
    /// afterwards.
    public CompletionStage<Void> retire() {
        lost = true;
        return release(snapshots.hasNews() ? store() : CompletableFuture.completedFuture(null));
    }

    /// Hands the player over: clients wait, so that its journal has to do, however long it is. Nothing may be decided
    /// afterwards.
    ///
    /// @param sessions what is stored of those that live, for the next owner
    CompletionStage<Void> handOver(List<SessionRecord> sessions) {
        lost = true;
        return release(keeper.hand(sessions));
    }

    private CompletionStage<Void> release(CompletionStage<Void> stored) {
        return stored.thenCompose(_ -> world.leases().release(lease)).handle((_, failure) -> {
            if (failure != null) {
                log.warn("The lease of {} was not given back: {}", player(), failure.toString());
            }
            return null;
        });
    }
}
