package dev.gatehouse.registry.node;

import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.NODE_2;
import static dev.gatehouse.registry.TestedRegistry.PROXY;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.TestedRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class ListNodesContract {

    private final NodeDirectory nodes;

    protected ListNodesContract(TestedRegistry registry) {
        this.nodes = registry.nodes();
    }

    @Test
    void listsTheNodesOfARoleById() throws Exception {
        for (var node : List.of(
                new NodeRecord(NODE_2, NodeRole.SESSION, "", "", List.of()),
                new NodeRecord(PROXY, NodeRole.PROXY, "", "", List.of()),
                new NodeRecord(NODE_1, NodeRole.SESSION, "", "", List.of()))) {
            answer(nodes.announce(node, LONG));
        }

        assertThat(answer(nodes.live(NodeRole.SESSION)))
                .extracting(NodeRecord::id)
                .containsExactly(NODE_1, NODE_2);
        assertThat(answer(nodes.live(NodeRole.PROXY)))
                .extracting(NodeRecord::id)
                .containsExactly(PROXY);
        assertThat(answer(nodes.live(NodeRole.INSTANCE))).isEmpty();
    }
}
