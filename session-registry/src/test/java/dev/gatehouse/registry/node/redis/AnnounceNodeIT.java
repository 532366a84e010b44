package dev.gatehouse.registry.node.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.NODE_2;
import static dev.gatehouse.registry.OnRedis.REGISTRY;
import static dev.gatehouse.registry.OnRedis.SHORT;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.node.AnnounceNodeContract;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class AnnounceNodeIT extends AnnounceNodeContract {

    AnnounceNodeIT() {
        super(REGISTRY);
    }

    @Test
    void leavesNothingOfNodesThatEnded() throws Exception {
        var nodes = REGISTRY.nodes();
        answer(nodes.announce(new NodeRecord(NODE_2, NodeRole.SESSION, "", "", List.of()), SHORT));
        REGISTRY.awaits(() -> assertThat(answer(nodes.live(NodeRole.SESSION))).isEmpty());

        answer(nodes.announce(new NodeRecord(NODE_1, NodeRole.SESSION, "", "", List.of()), LONG));

        assertThat(INSIDE.hkeys(RegistryKeys.nodeRecords())).containsExactly("session-1");
        assertThat(INSIDE.zcard(RegistryKeys.nodesAlive())).isEqualTo(1);
    }
}
