package dev.gatehouse.registry.node;

import static dev.gatehouse.registry.TestedRegistry.GAME;
import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.NODE_2;
import static dev.gatehouse.registry.TestedRegistry.SHORT;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.TestedRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class AnnounceNodeContract {

    private final TestedRegistry registry;
    private final NodeDirectory nodes;

    protected AnnounceNodeContract(TestedRegistry registry) {
        this.registry = registry;
        this.nodes = registry.nodes();
    }

    @Test
    void saysHowANodeIsReachedAndWhatItHosts() throws Exception {
        var node = new NodeRecord(
                NODE_1,
                NodeRole.SESSION,
                "ws://session-1:8081/link",
                "http://session-1:8081",
                List.of(new HostedGame(GAME, 1, 3, true, false, false)));

        answer(nodes.announce(node, LONG));

        assertThat(answer(nodes.live(NodeRole.SESSION))).containsExactly(node);
    }

    @Test
    void replacesWhatTheNodeSaidBefore() throws Exception {
        answer(nodes.announce(node("http://old"), LONG));
        answer(nodes.announce(node("http://new"), LONG));

        assertThat(answer(nodes.live(NodeRole.SESSION))).containsExactly(node("http://new"));
    }

    @Test
    void forgetsNodesThatEnded() throws Exception {
        var ended = new NodeRecord(NODE_2, NodeRole.SESSION, "", "", List.of());
        answer(nodes.announce(ended, SHORT));
        registry.awaits(() -> assertThat(answer(nodes.live(NodeRole.SESSION))).isEmpty());

        answer(nodes.announce(node("http://new"), LONG));

        assertThat(answer(nodes.live(NodeRole.SESSION))).containsExactly(node("http://new"));
    }

    @Test
    void keepsInMindWhichGamesHaveASayInTheirInstances() throws Exception {
        answer(nodes.announce(hosting(NODE_1, true), SHORT));
        assertThat(answer(nodes.withInstanceRules())).containsExactly(GAME);

        registry.awaits(() -> assertThat(answer(nodes.live(NodeRole.SESSION))).isEmpty());
        assertThat(answer(nodes.withInstanceRules())).containsExactly(GAME);
        answer(nodes.announce(node("http://of-other-games"), LONG));
        assertThat(answer(nodes.withInstanceRules())).containsExactly(GAME);

        answer(nodes.announce(hosting(NODE_2, false), LONG));
        assertThat(answer(nodes.withInstanceRules())).isEmpty();
    }

    @Test
    void takesAGameToHaveASayWhileANodeThatLivesSaysSo() throws Exception {
        answer(nodes.announce(hosting(NODE_1, true), LONG));
        answer(nodes.announce(hosting(NODE_2, false), LONG));

        assertThat(answer(nodes.withInstanceRules())).containsExactly(GAME);
    }

    private static NodeRecord hosting(NodeId node, boolean hasRules) {
        var games = List.of(new HostedGame(GAME, 1, 3, true, false, hasRules));
        return new NodeRecord(node, NodeRole.SESSION, "", "", games);
    }

    private static NodeRecord node(String httpUrl) {
        return new NodeRecord(NODE_1, NodeRole.SESSION, "", httpUrl, List.of());
    }
}
