package dev.gatehouse.client.play;

import dev.gatehouse.model.player.Action;
import dev.gatehouse.model.player.PlayerModel;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Steps that go to the server together, and what they came to here.
final class Batch<M extends PlayerModel> {

    final List<Op> ops = new ArrayList<>();

    /// The synchronized server actions among the steps.
    final Map<Long, Action<M>> serverActions = new HashMap<>();

    List<OpResult> results = new ArrayList<>();
    int ticks;

    void add(Op op, String result) {
        results.add(new OpResult(ops.size(), result));
        ops.add(op);
    }

    /// @param reached the checksum after them; absent where each flush has one only
    void addTicks(int count, @Nullable String reached) {
        ticks += count;
        var last = ops.isEmpty() ? null : ops.getLast().ticks();
        if (last == null) {
            ops.add(Op.ticks(count).reaching(reached));
        } else {
            ops.set(ops.size() - 1, Op.ticks(last + count).reaching(reached));
        }
    }

    /// The steps without what they led to, for a replay on another model.
    List<Op> bareOps() {
        return ops.stream().map(op -> op.reaching(null)).toList();
    }

    boolean endsWithTicks() {
        return !ops.isEmpty() && ops.getLast().ticks() != null;
    }
}
