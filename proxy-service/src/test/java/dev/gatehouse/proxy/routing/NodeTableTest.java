package dev.gatehouse.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.proxy.routing.NodeTable.Fit;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeTableTest {

    private static final GameId GOLDRUSH = new GameId("goldrush");
    private static final PlayerKey ALICE = new PlayerKey(GOLDRUSH, new PlayerId("alice"));

    private final NodeTable nodes = new NodeTable(List.of(
            node("session-1", new HostedGame(GOLDRUSH, 2, 3, false, false, false)),
            node("session-2", new HostedGame(GOLDRUSH, 6, 7, true, false, false)),
            node("session-3", new HostedGame(new GameId("chess"), 1, 9, false, false, false))));

    @Test
    void knowsWhichGamesAreHosted() {
        assertThat(nodes.hosts(GOLDRUSH)).isTrue();
        assertThat(nodes.hosts(new GameId("tetris"))).isFalse();
    }

    @Test
    void asksThePolicyWhereOneNodeHasIt() {
        assertThat(nodes.hasPolicy(GOLDRUSH)).isTrue();
        assertThat(nodes.hasPolicy(new GameId("chess"))).isFalse();
    }

    @Test
    void admitsNobodyWithoutATokenUnlessEveryNodeOfTheGameDoes() {
        var rollout = new NodeTable(List.of(
                node("session-1", new HostedGame(GOLDRUSH, 1, 9, false, true, false)),
                node("session-2", new HostedGame(new GameId("chess"), 1, 9, false, true, false)),
                node("session-3", new HostedGame(new GameId("chess"), 1, 9, false, false, false))));

        assertThat(rollout.mayAdmitUnauthenticated(GOLDRUSH)).isTrue();
        assertThat(rollout.mayAdmitUnauthenticated(new GameId("chess"))).isFalse();
        assertThat(rollout.mayAdmitUnauthenticated(new GameId("tetris"))).isFalse();
        assertThat(NodeTable.EMPTY.mayAdmitUnauthenticated(GOLDRUSH)).isTrue();
    }

    @Test
    void comparesVersionsWithEveryNode() {
        assertThat(nodes.fit(GOLDRUSH, 1)).isEqualTo(Fit.TOO_OLD);
        assertThat(nodes.fit(GOLDRUSH, 3)).isEqualTo(Fit.FITS);
        assertThat(nodes.fit(GOLDRUSH, 5)).isEqualTo(Fit.IN_A_GAP);
        assertThat(nodes.fit(GOLDRUSH, 6)).isEqualTo(Fit.FITS);
        assertThat(nodes.fit(GOLDRUSH, 8)).isEqualTo(Fit.TOO_NEW);
    }

    @Test
    void routesOnlyToNodesThatRunTheVersion() {
        assertThat(nodes.hostOf(ALICE, 2)).contains(new NodeId("session-1"));
        assertThat(nodes.hostOf(ALICE, 7)).contains(new NodeId("session-2"));
        assertThat(nodes.hostOf(ALICE, 5)).isEmpty();
    }

    private static NodeRecord node(String id, HostedGame game) {
        return new NodeRecord(new NodeId(id), NodeRole.SESSION, "ws://" + id, "http://" + id, List.of(game));
    }
}
