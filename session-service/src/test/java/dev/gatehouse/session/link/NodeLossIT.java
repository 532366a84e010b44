package dev.gatehouse.session.link;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NODE_LOST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.protocol.ClientFrame;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.ClientMessage.Resume;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.protocol.ServerMessage.ModelPatch;
import dev.gatehouse.model.protocol.ServerMessage.Ping;
import dev.gatehouse.model.protocol.ServerMessage.Rewind;
import dev.gatehouse.model.protocol.ServerMessage.SessionResumed;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.testing.RedisExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Two nodes and a real Redis; the first one counts as lost while it still lives, which is the harder
/// case.
class NodeLossIT {

    private static final NodeId FIRST = new NodeId("session-1");

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private static SessionNode first;
    private static SessionNode second;

    @BeforeAll
    static void starts() {
        first = SessionNode.start("session-1", REDIS.port());
        second = SessionNode.start("session-2", REDIS.port());
    }

    @AfterAll
    static void stops() {
        first.close();
        second.close();
    }

    @Test
    void carriesAnOpenSocketOnAndFencesTheOldOwner() {
        try (var toFirst = ProxyLink.open(first);
                var toSecond = ProxyLink.open(second)) {
            var before = new LinkClient(toFirst, 1, "alice", "alice-1");
            before.start();
            before.digs(1, 4);
            assertThat(before.hears()).isInstanceOf(FlushResult.class);
            var after = new LinkClient(toSecond, 1, "alice", "alice-1");

            assertThat(after.carryOn(FIRST)).isInstanceOf(NodeMessage.Attached.class);
            pong(toSecond, (Ping) after.hears());
            assertThat(after.hears()).isEqualTo(new Rewind(2, 1, true));
            pong(toSecond, (Ping) after.hears());
            assertThat(after.hears()).isInstanceOf(ModelPatch.class);
            after.digs(2, 3);
            assertThat(((FlushResult) after.hears()).flush()).isEqualTo(2);
            before.digs(2, 10);

            assertThat(((NodeMessage.Close) toFirst.hearNodePastFrames(1)).code())
                    .isEqualTo(CLUSTER_NODE_LOST.code());
        }
    }

    private static void pong(ProxyLink link, Ping ping) {
        link.say(1, new ClientFrame(null, null, new ClientMessage.Pong(ping.id())));
    }

    @Test
    void resumesOnAnotherNodeWithTheTokenOfTheFirst() {
        try (var toFirst = ProxyLink.open(first);
                var toSecond = ProxyLink.open(second)) {
            var before = new LinkClient(toFirst, 2, "bert", "bert-1");
            var started = before.start();
            before.digs(1, 4);
            assertThat(before.hears()).isInstanceOf(FlushResult.class);

            var after = new LinkClient(toSecond, 2, "bert", "bert-1");
            var resume = new Resume(started.sessionId(), started.resumeToken(), started.epoch(), 1);
            var resumed = (SessionResumed) LinkClient.firstOf(after.attach(resume, FIRST));

            assertThat(resumed.epoch()).isEqualTo(2);
            assertThat(resumed.received()).isEqualTo(1);
            assertThat(resumed.resumeToken()).isNotEqualTo(started.resumeToken());
        }
    }
}
