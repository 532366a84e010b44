package dev.gatehouse.session.link;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_SHUTTING_DOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShutdownIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    // In a class of its own: the nodes of one JVM share their event loops, which the first one to stop takes with it.
    @Test
    void tellsItsClientsAndGivesItsPlayersBack() {
        var node = SessionNode.start("session-1", REDIS.port());
        try (var link = ProxyLink.open(node)) {
            new LinkClient(link, 1, "alice", "s-1").start();

            node.close();

            assertThat(((NodeMessage.Close) link.hearNode(1)).code()).isEqualTo(CLUSTER_SHUTTING_DOWN.code());
        }
        try (var next = SessionNode.start("session-2", REDIS.port());
                var link = ProxyLink.open(next)) {
            assertThat(new LinkClient(link, 1, "alice", "s-2").start().epoch()).isEqualTo(2);
        }
    }
}
