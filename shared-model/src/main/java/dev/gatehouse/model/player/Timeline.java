package dev.gatehouse.model.player;

import dev.gatehouse.model.codec.checksum.ChecksumTree;
import dev.gatehouse.model.codec.storage.StorableModel;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/// A player's model at one position, and the only way to the next: the core that client and server both run, so that
/// they cannot disagree about what an action does. Every step gives a new timeline; an older one stays as it was, so
/// going back is keeping a reference. Has one owner at a time, who alone asks for the checksum: it is remembered
/// without a lock. Others may read the rest meanwhile.
public final class Timeline<M extends PlayerModel> {

    private final GameModel<M> game;
    private final StorableModel storable;

    /// As the tree has it, once it is hashed: an equal one. Whoever reads it meanwhile sees either, whole, as records
    /// have final fields.
    private M model;

    private final long tick;
    private final Instant startedAt;
    private final PSortedMap<Long, Action<M>> pending;

    /// The hashes of this model, or of one before it until somebody asks; what did not change since is not hashed
    /// again.
    private ChecksumTree<M> tree;

    private boolean isHashed;

    private Timeline(Timeline<M> before, M model, long tick, PSortedMap<Long, Action<M>> pending) {
        this(before, before.storable, model, tick, pending);
    }

    private Timeline(
            Timeline<M> before, StorableModel storable, M model, long tick, PSortedMap<Long, Action<M>> pending) {
        this.game = before.game;
        this.storable = storable;
        this.model = model;
        this.tick = tick;
        this.startedAt = before.startedAt;
        this.pending = pending;
        this.tree = before.tree;
    }

    private Timeline(GameModel<M> game, M model, long tick, Instant startedAt) {
        this.game = game;
        this.storable = game.storable();
        this.tick = tick;
        this.startedAt = startedAt;
        this.pending = TreePMap.empty();
        this.tree = ChecksumTree.of(model);
        this.model = tree.model();
        this.isHashed = true;
    }

    /// @param tick where this model was reached; 0 for a new player
    /// @param startedAt when the player's timeline was started; finer parts than milliseconds are cut off
    public static <M extends PlayerModel> Timeline<M> start(GameModel<M> game, M model, long tick, Instant startedAt) {
        if (tick < 0) {
            throw new IllegalArgumentException("tick: " + tick + " (expected: >= 0)");
        }
        return new Timeline<>(game, model, tick, startedAt.truncatedTo(ChronoUnit.MILLIS));
    }

    public M model() {
        return model;
    }

    public long tick() {
        return tick;
    }

    /// When the player's timeline was started: where the model's time begins.
    public Instant startedAt() {
        return startedAt;
    }

    /// The checksum of the model without its `@NoChecksum` and `@ServerOnly` members: 16 hex digits. Its cost follows
    /// what changed since it was last asked for.
    public String checksum() {
        if (!isHashed) {
            tree = tree.update(model);
            model = tree.model();
            isHashed = true;
        }
        return tree.hex();
    }

    /// The ids of the synchronized server actions that wait to be executed, in order.
    public Set<Long> pending() {
        return pending.keySet();
    }

    /// Whether one more synchronized server action can wait.
    public boolean hasRoomForPending() {
        return pending.size() < game.limits().pending();
    }

    /// Runs a client action.
    ///
    /// @throws IllegalArgumentException if it is not a [ClientAction]
    public Applied<M> run(Action<M> action) {
        check(ActionKind.CLIENT, action);
        return apply(action, pending);
    }

    /// Runs ticks. A tick that throws leaves the model as it was, and still counts.
    ///
    /// @param count 1 to the limit for one flush
    public Timeline<M> ticks(int count) {
        return ticks(count, new Failures());
    }

    Timeline<M> ticks(int count, Failures failures) {
        if (count < 1 || count > game.limits().ticks()) {
            throw new IllegalArgumentException(
                    "count: " + count + " (expected: 1 to " + game.limits().ticks() + ")");
        }
        M next = model;
        for (int i = 0; i < count; i++) {
            next = game.tick(next, contextAt(tick + i), storable, failures);
        }
        return new Timeline<>(this, next, tick + count, pending);
    }

    /// Lets a synchronized server action wait for its position.
    ///
    /// @param id not waiting yet
    /// @throws IllegalArgumentException if it is not a [SynchronizedServerAction], or the id is taken
    /// @throws IllegalStateException without [#hasRoomForPending()]
    public Timeline<M> enqueue(long id, Action<M> action) {
        check(ActionKind.SYNCHRONIZED, action);
        if (pending.containsKey(id)) {
            throw new IllegalArgumentException("id: " + id + " (expected: not waiting yet)");
        }
        if (!hasRoomForPending()) {
            throw new IllegalStateException("pending: " + pending.size() + " (expected: room for one more)");
        }
        return new Timeline<>(this, model, tick, pending.plus(id, action));
    }

    /// Executes a waiting synchronized server action here.
    ///
    /// @return empty if none of that id waits
    public Optional<Applied<M>> execute(long id) {
        return Optional.ofNullable(pending.get(id)).map(action -> apply(action, pending.minus(id)));
    }

    /// Runs an unsynchronized action, unless it would change a member that is in the checksum.
    ///
    /// @throws IllegalArgumentException if it is not an [UnsynchronizedServerAction]
    public Immediate<M> runNow(Action<M> action) {
        check(ActionKind.UNSYNCHRONIZED, action);
        var applied = apply(action, pending);
        return Difference.inChecksum(game.type(), model, applied.timeline().model)
                .<Immediate<M>>map(Immediate.Touched::new)
                .orElseGet(() -> new Immediate.Ran<>(applied));
    }

    /// The same position with another model, to which no action led.
    ///
    /// @throws IllegalArgumentException if it could not be stored
    public Timeline<M> edited(M next) {
        return new Timeline<>(this, storable(next), tick, pending);
    }

    /// The same position with the model of an edit that was stored. It is not judged again.
    public Timeline<M> restored(M stored) {
        return new Timeline<>(this, stored, tick, pending);
    }

    /// The same position, from which steps are refused as another build of the suite refused them: what it has taken is
    /// taken again where it is replayed.
    ///
    /// @param rules as [StorableModel#under] has them; those of this build unless said
    public Timeline<M> judgedBy(int rules) {
        return new Timeline<>(this, storable.under(rules), model, tick, pending);
    }

    /// Refuses what a step has led to where it could not be stored, so that no player is lost by it later. Its cost
    /// follows what the step has changed.
    private M storable(M next) {
        storable.check(model, next);
        return next;
    }

    /// The path of the first member that a client has and in which another model differs from this one.
    ///
    /// @return such as `gold` or `inventory[pickaxe]`; empty where only `@ServerOnly` members differ
    public Optional<String> visibleDifference(M next) {
        return Difference.forClients(game.type(), model, next);
    }

    /// Runs a client's flush, all of it or nothing.
    public Replay<M> replay(List<Op> ops) {
        return new FlushReplay<>(game, this).run(ops);
    }

    private Applied<M> apply(Action<M> action, PSortedMap<Long, Action<M>> stillPending) {
        try {
            var outcome = action.execute(model, contextAt(tick));
            var next = outcome.isOk() ? storable(outcome.model()) : model;
            return applied(next, stillPending, outcome.result(), null);
        } catch (Throwable e) {
            GameFailure.rethrowIfFatal(e);
            // The game's code decides what it throws. The models are immutable, so nothing is half done.
            return applied(model, stillPending, Outcome.THREW, e);
        }
    }

    private ActionContext contextAt(long when) {
        return new ActionContext(when, game.ticksPerSecond(), startedAt);
    }

    private Applied<M> applied(
            M next, PSortedMap<Long, Action<M>> stillPending, String result, @Nullable Throwable failure) {
        return new Applied<>(new Timeline<>(this, next, tick, stillPending), result, failure);
    }

    private static void check(ActionKind kind, Action<?> action) {
        if (!kind.admits(action)) {
            throw new IllegalArgumentException(
                    "action: " + action.getClass().getSimpleName() + " (expected: one that may run as " + kind + ")");
        }
    }
}
