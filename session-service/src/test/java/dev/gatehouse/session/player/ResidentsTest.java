package dev.gatehouse.session.player;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResidentsTest {

    private final PlayersBench bench = new PlayersBench();

    @Test
    void makesAPlayerForANewcomerWhileSomebodyElseLooksForIt() {
        bench.registry.holdsLoads();
        var order = bench.players.model(PlayersBench.player("alice"));
        bench.turns();
        var alice = bench.attach("alice", "s-1");

        bench.registry.answersLoads();
        bench.turns();

        assertThat(order.toCompletableFuture().join()).isEmpty();
        assertThat(alice.started().epoch()).isEqualTo(1);
    }
}
