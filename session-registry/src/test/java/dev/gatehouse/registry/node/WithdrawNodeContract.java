package dev.gatehouse.registry.node;

import static dev.gatehouse.registry.TestedRegistry.LONG;
import static dev.gatehouse.registry.TestedRegistry.NODE_1;
import static dev.gatehouse.registry.TestedRegistry.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.TestedRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

public abstract class WithdrawNodeContract {

    private final NodeDirectory nodes;

    protected WithdrawNodeContract(TestedRegistry registry) {
        this.nodes = registry.nodes();
    }

    @Test
    void leavesNothingOfTheNode() throws Exception {
        answer(nodes.announce(new NodeRecord(NODE_1, NodeRole.SESSION, "", "", List.of()), LONG));

        answer(nodes.withdraw(NODE_1));

        assertThat(answer(nodes.live(NodeRole.SESSION))).isEmpty();
    }
}
