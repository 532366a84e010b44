package dev.gatehouse.client.play;

import dev.gatehouse.client.Checksums;
import dev.gatehouse.client.ClientGame;
import dev.gatehouse.client.ClientSession;
import dev.gatehouse.model.codec.Audience;
import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.codec.patch.JsonPatches;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.ActionKind;
import dev.gatehouse.model.player.Applied;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Immediate;
import dev.gatehouse.model.player.Outcome;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.Replay;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientMessage.DesyncReport;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.model.schema.JsonText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The player's optimistic copy: runs actions at once, remembers what the server has not heard of, and
/// compares what the server says with what came out here. Pure; one owner.
final class Play<M extends PlayerModel> {

    /// Flushes that may wait for their result. With this many, the client stands still.
    static final int MAX_UNANSWERED = 256;

    /// @param model after it
    private record Unanswered<M extends PlayerModel>(
            long flush, Batch<M> batch, M model, CompletableFuture<FlushResult> answer) {}

    /// A flush whose result is known.
    record Settled(FlushResult result, CompletableFuture<FlushResult> answer) {}

    private final GameModel<M> game;
    private final Checksums checksums;
    private final Encoding encoding;
    private final Deque<Unanswered<M>> unanswered = new ArrayDeque<>();
    private final TreeMap<Long, Action<M>> waiting = new TreeMap<>();
    private Timeline<M> timeline;
    private Batch<M> batch = new Batch<>();
    private boolean leads;

    /// Up to here, nothing more is expected of the flushes: a new owner has them and has lost what the old one
    /// had to say about them, or they are void.
    private long settled;

    /// Whether the session has lost something with its owner: server actions may come again, and the
    /// model comes whole.
    private boolean isRewound;

    /// @param leads false for a session that only follows another one of the same player
    Play(ClientGame<M> game, Encoding encoding, boolean leads, Timeline<M> start) {
        this.game = game.model();
        this.checksums = game.checksums();
        this.encoding = encoding;
        this.leads = leads;
        this.timeline = start;
    }

    Timeline<M> timeline() {
        return timeline;
    }

    boolean leads() {
        return leads;
    }

    /// Runs a client action here and now.
    ///
    /// @return its result, or [Outcome#NOT_LEADING] or [ClientSession#TOO_FAR_AHEAD], which change nothing
    String run(Action<M> action) {
        if (!leads) {
            return Outcome.NOT_LEADING;
        }
        if (!hasRoom()) {
            return ClientSession.TOO_FAR_AHEAD;
        }
        var applied = timeline.run(action);
        take(Op.action(game.encode(encoding, action)), applied);
        return applied.result();
    }

    /// Runs ticks, as many as still fit into the next flush.
    ///
    /// @return how many are not due any more: of a session that only follows, all of them are another's
    long tick(long due) {
        if (!leads) {
            return due;
        }
        int count = (int) Math.min(due, game.limits().ticks() - batch.ticks);
        if (count < 1 || (!batch.endsWithTicks() && !hasRoom())) {
            return 0;
        }
        timeline = timeline.ticks(count);
        batch.addTicks(count, reached());
        return count;
    }

    /// Whether no tick fits into the next flush any more.
    boolean isFullOfTicks() {
        return batch.ticks >= game.limits().ticks();
    }

    /// What each step says of the model after it.
    private @Nullable String reached() {
        return switch (checksums) {
            case PER_FLUSH -> null;
            case PER_STEP -> timeline.checksum();
        };
    }

    /// Takes an action of the server's: an unsynchronized one is run now, a synchronized one at the
    /// end of what is already on its way, or, where the next flush is full, of the one after it.
    ///
    /// @throws DecodeException if it is none of this game's, or is here already
    List<Done<M>> serverAction(ServerAction message) throws DecodeException {
        return switch (message.mode()) {
            case SYNCHRONIZED -> {
                var action = game.decode(message.action(), ActionKind.SYNCHRONIZED);
                if (isHere(message.id())) {
                    if (isRewound) {
                        // The new owner cannot know that it was handed over before.
                        yield List.of();
                    }
                    throw malformed("server-action.id: of one that is here already");
                }
                if (!timeline.hasRoomForPending()) {
                    throw malformed("server-action: too many are waiting");
                }
                timeline = timeline.enqueue(message.id(), action);
                waiting.put(message.id(), action);
                yield executeWaiting();
            }
            case UNSYNCHRONIZED -> runNow(game.decode(message.action(), ActionKind.UNSYNCHRONIZED));
        };
    }

    private boolean isHere(long id) {
        return waiting.containsKey(id)
                || batch.serverActions.containsKey(id)
                || unanswered.stream()
                        .anyMatch(sent -> sent.batch().serverActions.containsKey(id));
    }

    /// Executes the synchronized actions that wait and fit.
    List<Done<M>> executeWaiting() {
        var done = new ArrayList<Done<M>>();
        while (!waiting.isEmpty() && hasRoom()) {
            var next = waiting.pollFirstEntry();
            var applied = timeline.execute(next.getKey()).orElseThrow();
            take(Op.serverAction(next.getKey()), applied);
            batch.serverActions.put(next.getKey(), next.getValue());
            done.add(new Done<>(ActionMode.SYNCHRONIZED, next.getValue(), applied.result()));
        }
        return done;
    }

    private List<Done<M>> runNow(Action<M> action) {
        return switch (timeline.runNow(action)) {
            case Immediate.Ran<M>(var applied) -> {
                timeline = applied.timeline();
                yield List.of(new Done<>(ActionMode.UNSYNCHRONIZED, action, applied.result()));
            }
            // The server has run it on its own copy, where it touched nothing that counts; here it would.
            case Immediate.Touched<M>(var member) ->
                List.of(new Done<>(ActionMode.UNSYNCHRONIZED, action, "would_touch_" + member));
        };
    }

    /// Whether something more than time has passed since the last flush.
    boolean hasActions() {
        return !batch.results.isEmpty();
    }

    boolean isIdle() {
        return batch.ops.isEmpty();
    }

    /// Everything since the last flush, as one message.
    ///
    /// @param number the flush's own
    /// @param answer gets the server's result
    /// @return empty if too many flushes are unanswered: nothing is taken then
    Optional<Flush> takeFlush(long number, CompletableFuture<FlushResult> answer) {
        if (unanswered.size() >= MAX_UNANSWERED) {
            return Optional.empty();
        }
        unanswered.add(new Unanswered<>(number, batch, timeline.model(), answer));
        var flush = new Flush(List.copyOf(batch.ops), timeline.checksum());
        batch = new Batch<>();
        return Optional.of(flush);
    }

    /// What this side came to.
    ///
    /// @param flush after which, if its result has not come; absent for what it is now
    DesyncReport report(@Nullable Long flush) {
        for (var sent : unanswered) {
            if (flush != null && sent.flush() == flush) {
                return new DesyncReport(encoded(sent.model()), flush);
            }
        }
        return new DesyncReport(encoded(timeline.model()), null);
    }

    private Encoded encoded(M model) {
        return game.encodeModel(encoding, model, Audience.CLIENT);
    }

    /// Whether a result is one that a lost owner gave, and that counts as given already.
    boolean isSettled(FlushResult result) {
        return result.flush() <= settled;
    }

    /// Compares the server's results with ours.
    ///
    /// @return the flush's future, still to be completed; empty if the server and we do not agree
    Optional<CompletableFuture<FlushResult>> answered(FlushResult result) {
        var oldest = unanswered.peek();
        boolean agrees = oldest != null
                && oldest.flush() == result.flush()
                && oldest.batch().results.equals(result.results());
        // One that is contradicted stays: it is handed over with those that will never have a result.
        return agrees ? Optional.of(unanswered.remove().answer()) : Optional.empty();
    }

    /// The session has lost something with its owner. What the new one has received was in the
    /// journal, and so its results were ours.
    ///
    /// @param received how far the new owner has received
    /// @return each flush up to there, its future still to be completed
    List<Settled> rewound(long received) {
        isRewound = true;
        settled = Math.max(settled, received);
        var done = new ArrayList<Settled>();
        while (!unanswered.isEmpty() && unanswered.peek().flush() <= received) {
            var sent = unanswered.remove();
            var result = new FlushResult(sent.flush(), timeline.tick(), List.copyOf(sent.batch().results), null);
            done.add(new Settled(result, sent.answer()));
        }
        return done;
    }

    /// Whether a session that hears this begins to lead, or to follow.
    boolean isAboutAnotherPart(ModelPatch message) {
        return message.lead() != null && message.lead() != leads;
    }

    /// Leads from here on, or follows. What was run here and is not answered is void: the server has refused it, or
    /// will. The model that the server has follows, with [#patch].
    ///
    /// @return each flush that is void, its future still to be completed
    List<Settled> become(boolean leader) {
        var lost = unanswered.stream().map(this::voided).toList();
        unanswered.clear();
        waiting.clear();
        batch = new Batch<>();
        leads = leader;
        return lost;
    }

    private Settled voided(Unanswered<M> sent) {
        settled = Math.max(settled, sent.flush());
        var results = sent.batch().results.stream()
                .map(result -> new OpResult(result.op(), Outcome.NOT_LEADING))
                .toList();
        return new Settled(new FlushResult(sent.flush(), timeline.tick(), results, null), sent.answer());
    }

    /// Takes the model as the server has it, and runs on it again what the server has not heard of.
    ///
    /// @throws DecodeException if it does not fit: then nothing has changed
    void patch(ModelPatch message) throws DecodeException {
        boolean hasOwn = !unanswered.isEmpty() || !batch.ops.isEmpty();
        if (hasOwn && !isRewound) {
            throw malformed("model-patch: to a session that leads");
        }
        var before = new JsonText(
                ((Encoded.Json) game.encodeModel(Encoding.JSON, timeline.model(), Audience.CLIENT)).text());
        var model = game.decodeModel(
                new Encoded.Json(JsonPatches.apply(before, message.patch()).text()));
        if (message.tick() < 0) {
            throw malformed("model-patch.tick: below 0");
        }
        var base = Timeline.start(game, model, message.tick(), timeline.startedAt());
        for (var sent : unanswered) {
            base = again(base, sent.batch());
        }
        base = again(base, batch);
        for (var next : waiting.entrySet()) {
            base = base.enqueue(next.getKey(), next.getValue());
        }
        timeline = base;
    }

    private Timeline<M> again(Timeline<M> base, Batch<M> steps) throws DecodeException {
        for (var action : steps.serverActions.entrySet()) {
            base = base.enqueue(action.getKey(), action.getValue());
        }
        return switch (base.replay(steps.bareOps())) {
            case Replay.Replayed<M>(var timelineAfter, var results, var _) -> {
                steps.results = new ArrayList<>(results);
                yield timelineAfter;
            }
            case Replay.Diverged<M>(var op, var _) -> throw new IllegalStateException("nothing to compare at " + op);
            case Replay.Rejected<M>(var _, var why) ->
                throw malformed("model-patch: what was run here does not fit: " + why);
        };
    }

    /// Hands over the futures that will never have a result.
    List<CompletableFuture<FlushResult>> abandon() {
        var left = unanswered.stream().map(Unanswered::answer).toList();
        unanswered.clear();
        return left;
    }

    private boolean hasRoom() {
        return batch.ops.size() < game.limits().ops();
    }

    private void take(Op op, Applied<M> applied) {
        timeline = applied.timeline();
        batch.add(op.reaching(reached()), applied.result());
    }

    private static DecodeException malformed(String what) {
        return new DecodeException(DecodeException.Kind.MALFORMED, what);
    }
}
