package dev.gatehouse.client;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.ActionKind;
import dev.gatehouse.model.player.Applied;
import dev.gatehouse.model.player.GameModel;
import dev.gatehouse.model.player.Immediate;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/// The player's optimistic copy: runs actions at once, remembers what the server has not heard of, and compares what
/// the
/// server says with what came out here. Pure; one owner.
final class Play<M extends PlayerModel> {

    /// Flushes that may wait for their result. With this many, the client stands still.
    static final int MAX_UNANSWERED = 256;

    /// What an action of the server's did here.
    record Done<M extends PlayerModel>(ActionMode mode, Action<M> action, String result) {}

    private record Unanswered(long flush, List<OpResult> expected, CompletableFuture<FlushResult> answer) {}

    private final GameModel<M> game;
    private final Encoding encoding;
    private final Deque<Unanswered> unanswered = new ArrayDeque<>();
    private final TreeMap<Long, Action<M>> waiting = new TreeMap<>();
    private Timeline<M> timeline;
    private List<Op> ops = new ArrayList<>();
    private List<OpResult> results = new ArrayList<>();
    private int ticks;

    Play(GameModel<M> game, Encoding encoding, Timeline<M> start) {
        this.game = game;
        this.encoding = encoding;
        this.timeline = start;
    }

    Timeline<M> timeline() {
        return timeline;
    }

    /// Runs a client action here and now.
    ///
    /// @return its result, or [ClientSession#TOO_FAR_AHEAD], which changes nothing
    String run(Action<M> action) {
        if (!hasRoom()) {
            return ClientSession.TOO_FAR_AHEAD;
        }
        var applied = timeline.run(action);
        take(Op.action(game.encode(encoding, action)), applied);
        return applied.result();
    }

    /// Runs ticks, as many as still fit into the next flush.
    void tick(int due) {
        int count = Math.min(due, game.limits().ticks() - ticks);
        var last = ops.isEmpty() ? null : ops.getLast().ticks();
        if (count < 1 || (last == null && !hasRoom())) {
            return;
        }
        timeline = timeline.ticks(count);
        ticks += count;
        if (last == null) {
            ops.add(Op.ticks(count));
        } else {
            ops.set(ops.size() - 1, Op.ticks(last + count));
        }
    }

    /// Takes an action of the server's: an unsynchronized one is run now, a synchronized one at the end of what is
    /// already on its way, or, where the next flush is full, of the one after it.
    ///
    /// @throws DecodeException if it is none of this game's
    List<Done<M>> serverAction(ServerAction message) throws DecodeException {
        return switch (message.mode()) {
            case SYNCHRONIZED -> {
                var action = game.decode(message.action(), ActionKind.SYNCHRONIZED);
                if (!timeline.hasRoomForPending()) {
                    throw new DecodeException(DecodeException.Kind.MALFORMED, "server-action: too many are waiting");
                }
                timeline = timeline.enqueue(message.id(), action);
                waiting.put(message.id(), action);
                yield executeWaiting();
            }
            case UNSYNCHRONIZED -> runNow(game.decode(message.action(), ActionKind.UNSYNCHRONIZED));
        };
    }

    /// Executes the synchronized actions that wait and fit.
    List<Done<M>> executeWaiting() {
        var done = new ArrayList<Done<M>>();
        while (!waiting.isEmpty() && hasRoom()) {
            var next = waiting.pollFirstEntry();
            var applied = timeline.execute(next.getKey()).orElseThrow();
            take(Op.serverAction(next.getKey()), applied);
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
        return !results.isEmpty();
    }

    boolean isIdle() {
        return ops.isEmpty();
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
        unanswered.add(new Unanswered(number, results, answer));
        var flush = new Flush(List.copyOf(ops), timeline.checksum());
        ops = new ArrayList<>();
        results = new ArrayList<>();
        ticks = 0;
        return Optional.of(flush);
    }

    /// Compares the server's results with ours.
    ///
    /// @return the flush's future, still to be completed; empty if the server and we do not agree
    Optional<CompletableFuture<FlushResult>> answered(FlushResult result) {
        var oldest = unanswered.peek();
        boolean agrees = oldest != null
                && oldest.flush() == result.flush()
                && oldest.expected().equals(result.results());
        // One that is contradicted stays: it is handed over with those that will never have a result.
        return agrees ? Optional.of(unanswered.remove().answer()) : Optional.empty();
    }

    /// Hands over the futures that will never have a result.
    List<CompletableFuture<FlushResult>> abandon() {
        var left = unanswered.stream().map(Unanswered::answer).toList();
        unanswered.clear();
        return left;
    }

    private boolean hasRoom() {
        return ops.size() < game.limits().ops();
    }

    private void take(Op op, Applied<M> applied) {
        results.add(new OpResult(ops.size(), applied.result()));
        ops.add(op);
        timeline = applied.timeline();
    }
}
