package dev.gatehouse.session.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a node holds of a hosted player without a session, measured as the heap that comes back with a node that hosts
/// many of them. The registry is a Redis elsewhere and holds nothing here, so the one of the test is emptied before;
/// what the test has written down itself it keeps.
class IdlePlayersTest {

    private static final int PLAYERS = 10_000;

    @Test
    @DisplayName("a node holds less than 2 KB of an idle hosted player who has played, its small model included")
    void holdsLittle() {
        var bench = new PlayersBench();
        for (int i = 0; i < PLAYERS; i++) {
            playsAndLeaves(bench, i);
        }
        bench.passes(Duration.ofSeconds(1));
        assertThat(bench.registry.holdsLease(PlayersBench.player(idOf(1)))).isTrue();
        var notTheNodes = List.of(bench.registry, bench.topics, bench.counters);
        bench.registry.forgetsEverything();
        bench.topics.forgetsEverything();

        long bytes;
        try {
            long hosted = used();
            bench = null;
            bytes = (hosted - used()) / PLAYERS;
        } finally {
            Reference.reachabilityFence(notTheNodes);
        }

        System.out.printf("idle hosted player: %d bytes%n", bytes);
        assertThat(bytes).isBetween(500L, 2_048L);
    }

    /// One flush and one answer, so that the model and what is known of the session are the player's own.
    private static void playsAndLeaves(PlayersBench bench, int i) {
        var client = bench.attach(idOf(i), idOf(PLAYERS + i));
        client.says(1, new Flush(List.of(PlayersBench.call(100, "{\"amount\":2}")), null));
        client.leavesForGood();
    }

    /// As long as ids are.
    private static String idOf(int number) {
        return new UUID(0, number).toString();
    }

    /// After everything that can be collected is.
    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
