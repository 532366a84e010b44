package dev.gatehouse.session.player.owner;

import dev.gatehouse.model.codec.DecodeException;
import dev.gatehouse.model.player.ActionKind;
import dev.gatehouse.model.player.Immediate;
import dev.gatehouse.model.player.Timeline;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ClientMessage.Op;
import dev.gatehouse.model.protocol.Encoding;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.OpResult;
import dev.gatehouse.model.protocol.ServerMessage.ServerAction;
import dev.gatehouse.session.fixture.Purse;
import dev.gatehouse.session.player.bench.BenchClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A client that runs its player's model itself, and says its checksum with each flush.
final class Twin {

    private final BenchClient client;
    private final List<Op> unsaid = new ArrayList<>();
    private Timeline<Purse> timeline;
    private long flushed;
    private int heard;

    Twin(BenchClient client) {
        var start = client.player();
        this.client = client;
        try {
            this.timeline = Timeline.start(
                    Purse.MODEL,
                    Purse.MODEL.decodeModel(start.model()),
                    start.tick(),
                    Instant.ofEpochMilli(start.startedAt()));
        } catch (DecodeException e) {
            throw new AssertionError("no model", e);
        }
    }

    Purse model() {
        return timeline.model();
    }

    void ticks(int count) {
        timeline = timeline.ticks(count);
        unsaid.add(Op.ticks(count));
    }

    void digs(int amount) {
        var dig = new Purse.Dig(amount);
        timeline = timeline.run(dig).timeline();
        unsaid.add(Op.action(Purse.MODEL.encode(Encoding.JSON, dig)));
    }

    /// Runs what it has not run yet of what the server has sent.
    void runsServerActions() {
        var messages = client.line.messages();
        for (; heard < messages.size(); heard++) {
            if (messages.get(heard) instanceof ServerAction action) {
                run(action);
            }
        }
    }

    private void run(ServerAction action) {
        try {
            switch (action.mode()) {
                case SYNCHRONIZED -> {
                    var waiting =
                            timeline.enqueue(action.id(), Purse.MODEL.decode(action.action(), ActionKind.SYNCHRONIZED));
                    timeline = waiting.execute(action.id()).orElseThrow().timeline();
                    unsaid.add(Op.serverAction(action.id()));
                }
                case UNSYNCHRONIZED -> {
                    var ran = timeline.runNow(Purse.MODEL.decode(action.action(), ActionKind.UNSYNCHRONIZED));
                    timeline = ((Immediate.Ran<Purse>) ran).applied().timeline();
                }
            }
        } catch (DecodeException e) {
            throw new AssertionError("no action", e);
        }
    }

    /// Says what it has run since the last time.
    ///
    /// @return what the server came to, step by step
    List<String> flushes() {
        client.says(++flushed, new Flush(List.copyOf(unsaid), timeline.checksum()));
        unsaid.clear();
        var result = client.line.messages().stream()
                .filter(FlushResult.class::isInstance)
                .map(FlushResult.class::cast)
                .filter(each -> each.flush() == flushed)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no answer; closed with " + client.line.closedWith()));
        return result.results().stream().map(OpResult::result).toList();
    }
}
