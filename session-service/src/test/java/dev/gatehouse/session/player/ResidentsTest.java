package dev.gatehouse.session.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
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

    @Test
    @DisplayName("2.4 (22): however many want a player at once, one owner is made, once")
    void makesOneOwnerForAllWhoWantAPlayerAtOnce() {
        bench.registry.holdsLoads();
        var older = bench.attach("alice", "s-1");
        var model = bench.players.model(PlayersBench.player("alice"));
        var newer = bench.attach("alice", "s-2");
        assertThat(bench.registry.heldLoads()).isEqualTo(1);

        bench.registry.answersLoads();
        bench.turns();

        assertThat(older.started().epoch()).isEqualTo(1);
        assertThat(newer.started().epoch()).isEqualTo(1);
        assertThat(model.toCompletableFuture().join()).isPresent();
    }

    @Test
    @DisplayName("F49: players who come all at once are read a few at a time, in their order")
    void readsNoMoreThanSoManyAtOnce() {
        bench.registry.holdsLoads();
        var crowd = IntStream.range(0, 100)
                .mapToObj(i -> bench.attach("player-" + i, "s-" + i))
                .toList();
        assertThat(bench.registry.heldLoads()).isEqualTo(32);

        bench.registry.answersALoad();
        bench.turns();
        assertThat(crowd).filteredOn(BenchClient::isAnswered).containsExactly(crowd.getFirst());
        assertThat(bench.registry.heldLoads()).isEqualTo(32);

        bench.registry.answersLoads();
        bench.turns();
        assertThat(crowd).allMatch(BenchClient::isAnswered);
        assertThat(bench.registry.heldLoads()).isZero();
    }

    @Test
    void claimsNobodyWhoStandsInLineWhereTheNodeStops() {
        bench.registry.holdsLoads();
        var crowd = IntStream.range(0, 40)
                .mapToObj(i -> bench.attach("player-" + i, "s-" + i))
                .toList();

        var _ = bench.players.departAll();
        bench.registry.answersLoads();
        bench.turns();

        assertThat(crowd).allMatch(BenchClient::isAnswered);
        assertThat(IntStream.range(0, 40))
                .noneMatch(i -> bench.registry.holdsLease(PlayersBench.player("player-" + i)));
    }

    @Test
    void letsNoMoreThanSoManyWaitForOnePlayer() {
        bench.registry.holdsLoads();
        var crowd = IntStream.range(0, 101)
                .mapToObj(i -> bench.attach("alice", "s-" + i))
                .toList();

        assertThat(crowd).filteredOn(BenchClient::isAnswered).containsExactly(crowd.getLast());
        assertThat(crowd.getLast().answer()).isEqualTo(Residents.unavailable());
    }
}
