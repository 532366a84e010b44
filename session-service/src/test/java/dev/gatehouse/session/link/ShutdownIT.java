package dev.gatehouse.session.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.link.ProxyMessage;
import dev.gatehouse.model.protocol.ClientMessage;
import dev.gatehouse.model.protocol.EventScope;
import dev.gatehouse.model.protocol.ServerMessage;
import dev.gatehouse.model.protocol.ServerMessage.FlushResult;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.session.fixture.LinkClient;
import dev.gatehouse.session.fixture.ProxyLink;
import dev.gatehouse.session.fixture.SessionNode;
import dev.gatehouse.testing.RedisExtension;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ShutdownIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    // In a class of its own: the nodes of one JVM share their event loops, which the first one to stop takes with it.
    @Test
    void givesItsSessionsToTheNextNode() {
        var node = SessionNode.start("session-1", REDIS.port());
        try (var link = ProxyLink.open(node)) {
            var before = new LinkClient(link, 1, "alice", "s-1");
            before.start();
            before.digs(1, 4);
            assertThat(before.hears()).isInstanceOf(FlushResult.class);

            var stopped = CompletableFuture.runAsync(node::close);
            assertThat(link.hearNode(1)).isEqualTo(new NodeMessage.Hold());
            link.say(1, new ProxyMessage.Held());
            assertThat(link.hearNode(1)).isEqualTo(new NodeMessage.GivenBack());
            stopped.join();
        }
        try (var next = SessionNode.start("session-2", REDIS.port());
                var link = ProxyLink.open(next)) {
            var bert = new LinkClient(link, 2, "bert", "s-2");
            bert.start();
            bert.says(1, new ClientMessage.Rpc(1, "Board.announce", new JsonText("{\"text\":\"hello\"}"), null));
            assertThat(bert.hears()).isInstanceOfAny(ServerMessage.RpcResult.class, ServerMessage.Event.class);
            var after = new LinkClient(link, 1, "alice", "s-1");
            assertThat(after.carryOn(null)).isEqualTo(new NodeMessage.Attached(ByteString.EMPTY));
            assertThat(link.hear(1).message())
                    .isEqualTo(new ServerMessage.Event(
                            "announced", EventScope.everybody(), new JsonText("\"hello\""), null));
            after.digs(2, 3);

            var result = link.hear(1);
            assertThat(result.seq()).isEqualTo(3);
            assertThat(result.message()).isInstanceOf(FlushResult.class);
        }
    }
}
