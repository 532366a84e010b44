package dev.gatehouse.registry.node.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.REGISTRY;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.node.WithdrawNodeContract;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class WithdrawNodeIT extends WithdrawNodeContract {

    WithdrawNodeIT() {
        super(REGISTRY);
    }

    @Test
    void leavesNothingBehind() throws Exception {
        var nodes = REGISTRY.nodes();
        answer(nodes.announce(new NodeRecord(NODE_1, NodeRole.SESSION, "", "", List.of()), LONG));

        answer(nodes.withdraw(NODE_1));

        assertThat(INSIDE.dbsize()).isZero();
    }
}
