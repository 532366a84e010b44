package dev.gatehouse.model.player;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs one flush step by step. Used once.
final class FlushReplay<M extends PlayerModel> {

    private final GameModel<M> game;
    private final List<OpResult> results = new ArrayList<>();
    private final Failures failures = new Failures();
    private final List<Claim<M>> claims = new ArrayList<>();
    private Timeline<M> now;
    private long ticks;

    /// What the client says that a step led to.
    private record Claim<M extends PlayerModel>(int op, String checksum, Timeline<M> ours) {

        boolean differs() {
            return !checksum.equals(ours.checksum());
        }
    }

    FlushReplay(GameModel<M> game, Timeline<M> start) {
        this.game = game;
        this.now = start;
    }

    Replay<M> run(List<Op> ops) {
        var limits = game.limits();
        if (ops.size() > limits.ops()) {
            return new Replay.Rejected<>(
                    limits.ops(), "ops: %d (expected: at most %d)".formatted(ops.size(), limits.ops()));
        }
        for (int i = 0; i < ops.size(); i++) {
            var objection = step(i, ops.get(i));
            if (objection != null) {
                return unlessApart(new Replay.Rejected<>(i, objection));
            }
            var theirs = ops.get(i).checksum();
            if (theirs != null) {
                claims.add(new Claim<>(i, theirs, now));
            }
        }
        return unlessApart(new Replay.Replayed<>(now, List.copyOf(results), failures.list()));
    }

    /// The last claim is compared, and others only to find where the two sides came apart: a client may make as many as
    /// there are steps, and each costs hashes of what has changed.
    private Replay<M> unlessApart(Replay<M> otherwise) {
        var first = Bisection.firstDiffering(
                claims.size(), index -> claims.get(index).differs());
        if (first.isEmpty()) {
            return otherwise;
        }
        var claim = claims.get(first.getAsInt());
        return new Replay.Diverged<>(claim.op(), claim.ours());
    }

    private @Nullable String step(int index, Op op) {
        if (op.ticks() != null) {
            return ticks(op.ticks());
        }
        if (op.action() != null) {
            return action(index, op.action());
        }
        return op.serverAction() != null ? serverAction(index, op.serverAction()) : "an empty step";
    }

    private @Nullable String ticks(int count) {
        ticks += count;
        if (count < 1 || ticks > game.limits().ticks()) {
            return "ticks: %d, %d in this flush (expected: 1 or more, at most %d in a flush)"
                    .formatted(count, ticks, game.limits().ticks());
        }
        now = now.ticks(count, failures);
        return null;
    }

    private @Nullable String action(int index, ActionCall call) {
        try {
            take(index, now.run(game.decode(call, ActionKind.CLIENT)));
            return null;
        } catch (DecodeException e) {
            return "action: " + e.getMessage();
        }
    }

    private @Nullable String serverAction(int index, long id) {
        var applied = now.execute(id);
        applied.ifPresent(done -> take(index, done));
        return applied.isPresent() ? null : "serverAction: " + id + " (expected: one that waits)";
    }

    private void take(int index, Applied<M> applied) {
        results.add(new OpResult(index, applied.result()));
        failures.add(applied.failure());
        now = applied.timeline();
    }
}
