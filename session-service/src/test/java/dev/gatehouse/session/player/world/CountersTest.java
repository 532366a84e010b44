package dev.gatehouse.session.player.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.protocol.ActionCall;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.ServerMessage.ActionMode;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.session.player.answer.ActionOrder;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountersTest {

    private static final String FLUSH = "flush ACCEPTED";
    private static final String ACTION = "action UNSYNCHRONIZED";

    private final PlayersBench bench = new PlayersBench();

    @Test
    void countAFlushOnceItIsAcknowledged() {
        var alice = bench.attach("alice", "s-1");
        bench.registry.holdsAppends();

        alice.says(1, dig());
        assertThat(bench.counters.counted()).doesNotContain(FLUSH);
        bench.registry.answers();
        bench.turns();

        assertThat(alice.line.numbers()).containsExactly(1L);
        assertThat(bench.counters.counted()).containsOnlyOnce(FLUSH);
    }

    @Test
    void doNotCountAFlushThatCouldNotBeStored() {
        var alice = bench.attach("alice", "s-1");
        bench.registry.takeOver(PlayersBench.player("alice"), new NodeId("session-2"));

        alice.says(1, dig());

        assertThat(bench.counters.counted()).contains("fenced").doesNotContain(FLUSH);
    }

    @Test
    void countAServerActionOnceItIsAcknowledged() {
        bench.attach("alice", "s-1");
        bench.registry.holdsAppends();
        var tip = new ActionCall(102, new Encoded.Json("{\"text\":\"a tip\"}"));
        var answer = bench.players
                .order(PlayersBench.player("alice"), new ActionOrder(ActionMode.UNSYNCHRONIZED, tip, null))
                .toCompletableFuture();

        bench.turns();
        assertThat(bench.counters.counted()).doesNotContain(ACTION);
        bench.registry.answers();
        bench.turns();

        assertThat(answer).isDone();
        assertThat(bench.counters.counted()).containsOnlyOnce(ACTION);
    }

    private static Flush dig() {
        return new Flush(List.of(PlayersBench.call(100, "{\"amount\":1}")), null);
    }
}
