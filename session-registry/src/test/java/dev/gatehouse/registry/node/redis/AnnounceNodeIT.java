package dev.gatehouse.registry.node.redis;

import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.INSIDE;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.NODE_2;
import static dev.gatehouse.registry.OnRedis.SCRIPTS;
import static dev.gatehouse.registry.OnRedis.SHORT;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.redis.RegistryKeys;
import dev.gatehouse.testing.RedisExtension;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RedisExtension.class)
class AnnounceNodeIT {

    private final NodeDirectory nodes = new RedisNodeDirectory(SCRIPTS);

    @Test
    void saysHowANodeIsReachedAndWhatItHosts() throws Exception {
        var node = new NodeRecord(
                NODE_1,
                NodeRole.SESSION,
                "ws://session-1:8081/link",
                "http://session-1:8081",
                List.of(new HostedGame(GAME, 1, 3, true, false)));

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
        await().untilAsserted(
                        () -> assertThat(answer(nodes.live(NodeRole.SESSION))).isEmpty());

        answer(nodes.announce(node("http://new"), LONG));

        assertThat(INSIDE.hkeys(RegistryKeys.nodeRecords())).containsExactly("session-1");
        assertThat(INSIDE.zcard(RegistryKeys.nodesAlive())).isEqualTo(1);
    }

    private static NodeRecord node(String httpUrl) {
        return new NodeRecord(NODE_1, NodeRole.SESSION, "", httpUrl, List.of());
    }
}
