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
    private Timeline<M> now;
    private long ticks;

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
                return new Replay.Rejected<>(i, objection);
            }
            var theirs = ops.get(i).checksum();
            if (theirs != null && !theirs.equals(now.checksum())) {
                return new Replay.Diverged<>(i, now);
            }
        }
        return new Replay.Replayed<>(now, List.copyOf(results), failures.list());
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
