package dev.gatehouse.registry.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.testing.TestTime;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class LiveNodesTest {

    private final TestTime time = new TestTime();
    private final Directory directory = new Directory();
    private final LiveNodes nodes = new LiveNodes(directory, NodeRole.SESSION, time);

    @Test
    void asksOnceForAllWhoWantToKnowWithinASecond() {
        directory.nodes.add(node("session-1"));
        nodes.live();
        directory.nodes.add(node("session-2"));
        time.passes(Duration.ofMillis(999));

        assertThat(nodes.live()).containsExactly(node("session-1"));
        assertThat(directory.asked).isEqualTo(1);

        time.passes(Duration.ofMillis(1));
        assertThat(nodes.live()).hasSize(2);
        assertThat(directory.asked).isEqualTo(2);
    }

    @Test
    void knowsWhereALiveNodeIs() {
        directory.nodes.add(node("session-1"));

        assertThat(nodes.addressOf(new NodeId("session-1"))).contains(URI.create("http://session-1"));
        assertThat(nodes.addressOf(new NodeId("session-2"))).isEmpty();
    }

    private static NodeRecord node(String id) {
        return new NodeRecord(new NodeId(id), NodeRole.SESSION, "ws://" + id, "http://" + id, List.of());
    }

    /// A directory in memory that counts how often it is read.
    private static final class Directory implements NodeDirectory {

        private final List<NodeRecord> nodes = new ArrayList<>();
        private int asked;

        @Override
        public CompletionStage<Void> announce(NodeRecord node, Duration ttl) {
            nodes.add(node);
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> withdraw(NodeId node) {
            nodes.removeIf(each -> each.id().equals(node));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<List<NodeRecord>> live(NodeRole role) {
            asked++;
            return CompletableFuture.completedFuture(List.copyOf(nodes));
        }

        @Override
        public CompletionStage<Set<GameId>> withInstanceRules() {
            return CompletableFuture.completedFuture(Set.of());
        }
    }
}
