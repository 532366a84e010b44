package dev.gatehouse.registry.node.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class WithdrawNodeIT {

    private final NodeDirectory nodes = new RedisNodeDirectory(SCRIPTS);

    @Test
    void leavesNothingOfTheNode() throws Exception {
        answer(nodes.announce(new NodeRecord(NODE_1, NodeRole.SESSION, "", "", List.of()), LONG));

        answer(nodes.withdraw(NODE_1));

        assertThat(answer(nodes.live(NodeRole.SESSION))).isEmpty();
        assertThat(INSIDE.dbsize()).isZero();
    }
}
