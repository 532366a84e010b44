package dev.gatehouse.registry.node.redis;

import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.NODE_2;
import static dev.gatehouse.registry.OnRedis.REGISTRY;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.registry.node.ListNodesContract;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class ListNodesIT extends ListNodesContract {

    ListNodesIT() {
        super(REGISTRY);
    }

    @Test
    void passesOverANodeThatOnlyANewerVersionCanRead() throws Exception {
        var nodes = REGISTRY.nodes();
        answer(nodes.announce(new NodeRecord(NODE_1, NodeRole.SESSION, "", "", List.of()), LONG));
        answer(nodes.announce(new NodeRecord(NODE_2, NodeRole.SESSION, "", "", List.of()), LONG));
        // A role with a number that no role has here.
        INSIDE.hset(RegistryKeys.nodeRecords(), NODE_2.value(), "\n\tsession-2\020c");

        assertThat(answer(nodes.live(NodeRole.SESSION)))
                .extracting(NodeRecord::id)
                .containsExactly(NODE_1);
    }
}
