package dev.gatehouse.session.player;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Flush;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.player.answer.AttachAnswer;
import dev.gatehouse.session.player.bench.BenchClient;
import dev.gatehouse.session.player.bench.PlayersBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(crowd.getLast().answer()).isEqualTo(AttachAnswer.Refused.forNow());
    }

    @Test
    void letsNoMoreThanSoManyWaitForOneThatIsJustLetGoOf() {
        var alice = bench.attach("alice", "s-0");
        // What is new goes into a snapshot first.
        alice.says(1, new Flush(List.of(PlayersBench.call(100, "{\"amount\":2}")), null));
        alice.leavesForGood();
        bench.snapshotWorker.hold(true);
        bench.passes(Duration.ofSeconds(10));
        var crowd = IntStream.rangeClosed(1, 101)
                .mapToObj(i -> bench.attach("alice", "s-" + i))
                .toList();

        assertThat(crowd).filteredOn(BenchClient::isAnswered).containsExactly(crowd.getLast());
        assertThat(crowd.getLast().answer()).isEqualTo(AttachAnswer.Refused.forNow());

        bench.snapshotWorker.hold(false);
        bench.turns();
        assertThat(crowd).allMatch(BenchClient::isAnswered);
        assertThat(crowd.getFirst().started().epoch()).isEqualTo(2);
    }

    @Test
    @DisplayName("one who cannot bear its answer costs the others neither theirs nor the player its owner")
    void answersTheOthersOnceWhereOneThatWaitsThrows() {
        bench.registry.holdsLoads();
        var before = new ArrayList<AttachAnswer>();
        var after = new ArrayList<AttachAnswer>();
        bench.attach("alice", "s-1", before::add);
        bench.attach("alice", "s-2", _ -> {
            throw new IllegalStateException("cannot bear it");
        });
        bench.attach("alice", "s-3", after::add);

        bench.registry.answersLoads();
        bench.turns();

        assertThat(before).hasSize(1);
        assertThat(after).hasSize(1);
        assertThat(bench.registry.holdsLease(PlayersBench.player("alice"))).isTrue();
    }

    @Test
    void givesAPlayerBackWhoCannotBeBroughtIn() {
        bench.attach("alice", "s-1");
        var broken = bench.another("session-2");
        broken.counters.breaks();

        var refused = broken.carryOn(PlayersBench.SELF, "alice", "s-1");

        assertThat(refused.answer()).isEqualTo(AttachAnswer.Refused.forNow());
        assertThat(bench.registry.holdsLease(PlayersBench.player("alice"))).isFalse();
        var third = bench.another("session-3");
        assertThat(third.carryOn(null, "alice", "s-1").answer()).isInstanceOf(AttachAnswer.Attached.class);
    }

    @Test
    void refusesTheOthersWhereOneThatWaitsThrows() {
        bench.registry.holdsLoads();
        bench.attach("alice", "s-1", _ -> {
            throw new IllegalStateException("cannot bear it");
        });
        var other = bench.attach("alice", "s-2");

        var _ = bench.players.departAll();
        bench.registry.answersLoads();
        bench.turns();

        assertThat(other.answer()).isEqualTo(AttachAnswer.Refused.forNow());
    }

    /// Whichever of the two comes first in the answer.
    @ParameterizedTest
    @ValueSource(strings = {"alice", "bert"})
    void renewsTheOthersWhereTheStepsOfOneFail(String failing) {
        var both = List.of(bench.attach("alice", "s-1"), bench.attach("bert", "s-2"));
        bench.registry.holdsRenewals();
        bench.passes(Duration.ofSeconds(11));
        var another = bench.another("session-2");
        var carl = another.attach("carl", "s-3");
        carl.says(1, new ClientMessage.Event("note", EventScope.everybody(), new JsonText("1")));
        another.settles();
        bench.settles();
        assertThat(both).allSatisfy(client -> assertThat(client.line.messages()).isEmpty());

        both.get(failing.equals("alice") ? 0 : 1).line.breaks();
        bench.registry.answersRenewals();
        bench.turns();

        assertThat(both.get(failing.equals("alice") ? 1 : 0).line.messages()).hasSize(1);
        assertThat(bench.counters.counted()).containsOnlyOnce("ended 1502");
    }

    /// Whichever of the two has its turn first.
    @ParameterizedTest
    @ValueSource(strings = {"alice", "bert"})
    void letsTheOthersGoInTheSameTurnWhereOneCannotBe(String failing) {
        for (var player : List.of("alice", "bert")) {
            var client = bench.attach(player, "s-" + player);
            if (player.equals(failing)) {
                // What is new goes into a snapshot first.
                client.says(1, new Flush(List.of(PlayersBench.call(100, "{\"amount\":2}")), null));
            }
            client.leavesForGood();
        }
        bench.snapshotWorker.breaks();

        bench.passes(Duration.ofSeconds(10));

        assertThat(bench.registry.holdsLease(PlayersBench.player(failing))).isTrue();
        assertThat(bench.registry.holdsLease(PlayersBench.player(failing.equals("alice") ? "bert" : "alice")))
                .isFalse();
    }
}
