package dev.gatehouse.session.link;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NODE_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.SessionStarted;
import dev.gatehouse.model.schema.Encoded;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.testing.RedisExtension;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TakeoverIT {

    private static final NodeId FIRST = new NodeId("session-1");

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @Test
    void givesThePlayerToTheNodeThatTakesOverAndFencesTheOther() {
        try (var first = SessionNode.start("session-1", REDIS.port());
                var second = SessionNode.start("session-2", REDIS.port());
                var toFirst = ProxyLink.open(first);
                var toSecond = ProxyLink.open(second)) {
            var before = new LinkClient(toFirst, 1, "alice", "s-1");
            before.start();
            before.digs(1, 4);
            assertThat(toFirst.hear(1).message()).isInstanceOf(FlushResult.class);
            var after = new LinkClient(toSecond, 1, "alice", "s-2");

            assertThat(after.attach()).isEqualTo(new NodeMessage.OwnedElsewhere(FIRST));
            var taken = new LinkClient(toSecond, 2, "alice", "s-3");
            var started = (SessionStarted) LinkClient.firstOf(taken.attach(null, FIRST));
            before.digs(2, 10);

            assertThat(started.epoch()).isEqualTo(2);
            assertThat(Objects.requireNonNull(started.player()).model())
                    .isEqualTo(new Encoded.Json("{\"gold\":4,\"tip\":\"\"}"));
            assertThat(((NodeMessage.Close) toFirst.hearNode(1)).code()).isEqualTo(CLUSTER_NODE_LOST.code());
        }
    }
}
