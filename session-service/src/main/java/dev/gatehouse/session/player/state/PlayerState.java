package dev.gatehouse.session.player.state;

import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.JsonPatches;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.ActionKind;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Immediate;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.Replay;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.PlayerStart;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.player.answer.ActionAnswer;
import dev.gatehouse.session.player.answer.ActionOrder;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSortedMap;
import org.pcollections.TreePMap;

/// A player at one position: the timeline, the server actions under way, the keys they came with.
/// Immutable: what changes gives a new one, so a refused or failed step needs no undoing and a snapshot
/// is a reference.
public final class PlayerState<M extends PlayerModel> {

    private final GameModel<M> game;
    private final Timeline<M> timeline;
    private final long nextAction;
    private final PSortedMap<Long, Action<M>> waiting;
    private final UsedKeys keys;
    private final Receipts receipts;

    PlayerState(
            GameModel<M> game,
            Timeline<M> timeline,
            long nextAction,
            PSortedMap<Long, Action<M>> waiting,
            UsedKeys keys,
            Receipts receipts) {
        this.game = game;
        this.timeline = timeline;
        this.nextAction = nextAction;
        this.waiting = waiting;
        this.keys = keys;
        this.receipts = receipts;
    }

    /// A player who was never here.
    public static <M extends PlayerModel> PlayerState<M> start(GameModel<M> game, M model, Instant now) {
        return new PlayerState<>(
                game, Timeline.start(game, model, 0, now), 1, TreePMap.empty(), UsedKeys.NONE, Receipts.NONE);
    }

    public GameModel<M> game() {
        return game;
    }

    public Timeline<M> timeline() {
        return timeline;
    }

    long nextAction() {
        return nextAction;
    }

    PSortedMap<Long, Action<M>> waiting() {
        return waiting;
    }

    UsedKeys keys() {
        return keys;
    }

    public Receipts receipts() {
        return receipts;
    }

    /// Runs what the client has run.
    public FlushOutcome<M> flush(Flush flush) {
        try {
            return switch (timeline.replay(flush.ops())) {
                case Replay.Rejected<M>(var op, var why) -> new FlushOutcome.Rejected<>("ops[" + op + "]." + why);
                case Replay.Diverged<M>(var op, var ours) ->
                    mismatch(ours, flush, op, String.valueOf(flush.ops().get(op).checksum()));
                case Replay.Replayed<M> replayed -> compare(flush, replayed);
            };
        } catch (DecodeException e) {
            return new FlushOutcome.Rejected<>(String.valueOf(e.getMessage()));
        }
    }

    private FlushOutcome<M> mismatch(Timeline<M> ours, Flush flush, int op, String theirs) throws DecodeException {
        return new FlushOutcome.Mismatch<>(ours, JournalOps.of(game, flush.ops()), op, theirs);
    }

    /// What the client of a session that does not lead hears of its flush. Nothing is done.
    ///
    /// @param number the flush's own
    public FlushResult refuse(long number, Flush flush) {
        var results = IntStream.range(0, flush.ops().size())
                .filter(i -> flush.ops().get(i).ticks() == null)
                .mapToObj(i -> new OpResult(i, Outcome.NOT_LEADING))
                .toList();
        return new FlushResult(number, timeline.tick(), results, null);
    }

    /// The model after all steps, whatever the client says of them; as it is where they cannot be run.
    public M after(List<Op> ops) {
        return timeline.replay(ops.stream().map(op -> op.reaching(null)).toList()) instanceof Replay.Replayed<M> done
                ? done.timeline().model()
                : timeline.model();
    }

    private FlushOutcome<M> compare(Flush flush, Replay.Replayed<M> replayed) throws DecodeException {
        var next = replayed.timeline();
        var theirs = flush.checksum();
        if (theirs != null && !theirs.equals(next.checksum())) {
            return mismatch(next, flush, flush.ops().size() - 1, theirs);
        }
        var entry = new JournalEntry.Flushed(JournalOps.of(game, flush.ops()), next.checksum(), null);
        return new FlushOutcome.Accepted<>(at(next), entry, replayed.results(), replayed.failures());
    }

    /// Gives out or runs a server action.
    public OrderOutcome<M> order(ActionOrder order) {
        var before = keys.find(order.key());
        if (before.isPresent()) {
            return new OrderOutcome.NotDone<>(new ActionAnswer.Accepted(before.get()));
        }
        try {
            // Stored it is read again: it is that one which runs.
            var stored = translate(order, Encoding.PROTO);
            var action = game.decode(stored, kindOf(order));
            return switch (order.mode()) {
                case SYNCHRONIZED -> giveOut(action, stored, order.key());
                case UNSYNCHRONIZED -> run(action, stored, order.key());
            };
        } catch (DecodeException e) {
            return new OrderOutcome.NotDone<>(new ActionAnswer.UnknownAction(String.valueOf(e.getMessage())));
        }
    }

    private OrderOutcome<M> giveOut(Action<M> action, ActionCall stored, @Nullable String key) {
        if (!timeline.hasRoomForPending()) {
            return new OrderOutcome.NotDone<>(new ActionAnswer.TooManyWaiting());
        }
        var entry = new JournalEntry.Waiting(nextAction, stored, key);
        return new OrderOutcome.Done<>(withWaiting(nextAction, action, key), entry, nextAction);
    }

    private OrderOutcome<M> run(Action<M> action, ActionCall stored, @Nullable String key) {
        return switch (timeline.runNow(action)) {
            case Immediate.Touched<M>(var member) -> new OrderOutcome.NotDone<>(new ActionAnswer.Touches(member));
            // Not told to the client either: there it may do what it could not do here.
            case Immediate.Ran<M>(var applied)
            when !applied.isOk() -> new OrderOutcome.Declined<>(applied.result(), applied.failure());
            case Immediate.Ran<M>(var applied) ->
                new OrderOutcome.Done<>(
                        withRun(nextAction, applied.timeline(), key),
                        new JournalEntry.Ran(
                                nextAction, stored, key, applied.timeline().checksum()),
                        nextAction);
        };
    }

    /// The state with one more synchronized action waiting for its position.
    PlayerState<M> withWaiting(long id, Action<M> action, @Nullable String key) {
        return new PlayerState<>(
                game, timeline.enqueue(id, action), id + 1, waiting.plus(id, action), keys.plus(key, id), receipts);
    }

    /// The state with another model, at the same position.
    public PlayerState<M> edited(M model) {
        return on(timeline.edited(model));
    }

    /// The state with the model of an edit that was stored. It is not judged again.
    PlayerState<M> restored(M model) {
        return on(timeline.restored(model));
    }

    /// The state from which steps are refused as that many rules of what may be stored refuse them.
    PlayerState<M> judgedBy(int rules) {
        return on(timeline.judgedBy(rules));
    }

    private PlayerState<M> on(Timeline<M> other) {
        return new PlayerState<>(game, other, nextAction, waiting, keys, receipts);
    }

    /// What the journal keeps of an edit that led here.
    public JournalEntry.Edited edit() {
        var model = game.encodeModel(Encoding.PROTO, timeline.model(), Audience.SERVER);
        return new JournalEntry.Edited(game.schema(), model, timeline.checksum());
    }

    /// The state after an unsynchronized action.
    PlayerState<M> withRun(long id, Timeline<M> after, @Nullable String key) {
        return new PlayerState<>(game, after, id + 1, waiting, keys.plus(key, id), receipts);
    }

    /// The state after steps of the client's; what they executed no longer waits.
    PlayerState<M> at(Timeline<M> next) {
        var still = waiting;
        for (var id : waiting.keySet()) {
            still = next.pending().contains(id) ? still : still.minus(id);
        }
        return new PlayerState<>(game, next, nextAction, still, keys, receipts);
    }

    /// The same, after a message has been received.
    public PlayerState<M> with(Receipt receipt) {
        return new PlayerState<>(game, timeline, nextAction, waiting, keys, receipts.plus(receipt));
    }

    /// The model as a session starts with it.
    ///
    /// @param leads whether it may flush
    public PlayerStart startOf(Encoding encoding, boolean leads) {
        return new PlayerStart(
                leads,
                model(encoding),
                timeline.tick(),
                game.ticksPerSecond(),
                game.logicVersion(),
                timeline.checksum(),
                timeline.startedAt().toEpochMilli());
    }

    /// The model without what only the server knows.
    public Encoded model(Encoding encoding) {
        return game.encodeModel(encoding, timeline.model(), Audience.CLIENT);
    }

    /// The model in place of whatever a session has of it.
    ///
    /// @param leads whether it may flush from here on
    public ModelPatch replacement(boolean leads) {
        return new ModelPatch(timeline.tick(), replacement(), leads);
    }

    /// A patch that takes nothing of what was before.
    public JsonText replacement() {
        var model = (Encoded.Json) model(Encoding.JSON);
        return JsonPatches.replacing(new JsonText(model.text()));
    }

    /// The synchronized actions that a new session has to hear of first, oldest first.
    public List<ServerAction> undelivered(Encoding encoding) {
        return waiting.entrySet().stream()
                .map(entry -> new ServerAction(
                        entry.getKey(), ActionMode.SYNCHRONIZED, game.encodeAccepted(encoding, entry.getValue())))
                .toList();
    }

    /// The call of an order in the encoding of the session that has to hear of it.
    public ActionCall translate(ActionOrder order, Encoding encoding) throws DecodeException {
        return game.translate(order.call(), kindOf(order), encoding);
    }

    private static ActionKind kindOf(ActionOrder order) {
        return switch (order.mode()) {
            case SYNCHRONIZED -> ActionKind.SYNCHRONIZED;
            case UNSYNCHRONIZED -> ActionKind.UNSYNCHRONIZED;
        };
    }
}
