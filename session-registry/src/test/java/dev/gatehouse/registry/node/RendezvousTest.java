package dev.gatehouse.registry.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RendezvousTest {

    private static final int PLAYERS = 10_000;
    private static final List<NodeId> FOUR = nodes(4);

    @Test
    void namesNobodyWhereThereAreNoNodes() {
        assertThat(Rendezvous.owner(player(1), List.of())).isEmpty();
    }

    @Test
    void givesEachNodeItsShare() {
        var shares = IntStream.range(0, PLAYERS)
                .mapToObj(i -> owner(i, FOUR))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(shares).hasSize(4).allSatisfy((_, share) -> assertThat(share).isBetween(2300L, 2700L));
    }

    @Test
    void doesNotDependOnTheOrderOfTheNodes() {
        var shuffled = new ArrayList<>(FOUR);
        Collections.shuffle(shuffled, new Random(42));

        assertThat(IntStream.range(0, PLAYERS)).allMatch(i -> owner(i, FOUR).equals(owner(i, shuffled)));
    }

    @Test
    void movesOnlyThePlayersOfANodeThatGoes() {
        var gone = FOUR.get(2);
        var left = FOUR.stream().filter(node -> !node.equals(gone)).toList();

        assertThat(IntStream.range(0, PLAYERS).filter(i -> !owner(i, FOUR).equals(gone)))
                .allMatch(i -> owner(i, left).equals(owner(i, FOUR)));
    }

    @Test
    void movesPlayersOnlyToANodeThatComes() {
        var more = nodes(5);
        var moved = IntStream.range(0, PLAYERS)
                .filter(i -> !owner(i, more).equals(owner(i, FOUR)))
                .boxed()
                .toList();

        assertThat(moved)
                .hasSizeBetween(1800, 2200)
                .allMatch(i -> owner(i, more).equals(more.getLast()));
    }

    @Test
    void namesTheSameOwnersInEveryVersion() {
        // Computed once more by hand in another language.
        assertThat(IntStream.range(0, 8).mapToObj(i -> FOUR.indexOf(owner(i, FOUR)) + 1))
                .containsExactly(2, 3, 4, 2, 1, 4, 4, 2);
    }

    private static NodeId owner(int player, List<NodeId> nodes) {
        return Rendezvous.owner(player(player), nodes).orElseThrow();
    }

    private static PlayerKey player(int number) {
        return new PlayerKey(new GameId("goldrush"), new PlayerId("player-" + number));
    }

    private static List<NodeId> nodes(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new NodeId("session-" + i))
                .toList();
    }
}
