package dev.gatehouse.session.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a hosted player without a session costs, measured as the heap that comes back when it is let go.
class IdlePlayersTest {

    private static final int PLAYERS = 10_000;

    private final PlayersBench bench = new PlayersBench();

    @Test
    @DisplayName("an idle hosted player holds less than 2 KB, its small model included")
    void holdsLittle() {
        for (int i = 0; i < PLAYERS; i++) {
            bench.attach("player-" + i, "s-" + i).leavesForGood();
        }
        long hosted = used();

        bench.passes(Duration.ofSeconds(12));
        long bytes = (hosted - used()) / PLAYERS;

        assertThat(bench.registry.holdsLease(PlayersBench.player("player-1"))).isFalse();
        System.out.printf("idle hosted player: %d bytes%n", bytes);
        assertThat(bytes).isBetween(100L, 2_048L);
    }

    /// After everything that can be collected is.
    private static long used() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
