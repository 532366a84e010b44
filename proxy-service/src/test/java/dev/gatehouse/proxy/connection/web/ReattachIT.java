package dev.gatehouse.proxy.connection.web;

import static dev.gatehouse.model.error.ConnectionError.CLUSTER_NODE_LOST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.model.link.NodeMessage;
import dev.gatehouse.model.schema.JsonText;
import dev.gatehouse.proxy.link.SessionNodes;
import dev.gatehouse.proxy.scene.FakeNode;
import dev.gatehouse.proxy.scene.Scene;
import dev.gatehouse.proxy.scene.TestClient;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A client's socket while its session changes its node.
class ReattachIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    private final FakeNode first = new FakeNode();
    private final FakeNode second = new FakeNode();
    private Scene scene = Scene.startWithoutNodes(REDIS, "gatehouse.proxy.link.reattach-timeout=2s");

    @BeforeEach
    void linksTheFirstNode() {
        scene.join("session-1", first);
    }

    @AfterEach
    void stops() {
        scene.close();
        first.close();
        second.close();
    }

    @Test
    void keepsItsSocketWhenItsNodeDies() throws InterruptedException {
        try (var client = scene.play("alice", "phone")) {
            heard(first, "attach alice");
            scene.join("session-2", second);

            long before = System.nanoTime();
            first.die();
            heard(second, "carry on alice");
            System.out.printf(
                    "A socket was attached to the next node %d ms after its node had died.%n",
                    Duration.ofNanos(System.nanoTime() - before).toMillis());

            client.send("after");
            assertThat(client.next()).isEqualTo("after");
            second.send(sessionOf(second), "news".getBytes(UTF_8));
            assertThat(client.next()).isEqualTo("news");
        }
    }

    @Test
    void holdsWhatTheClientSendsMeanwhile() throws InterruptedException {
        try (var client = scene.play("alice", "phone")) {
            first.die();
            Awaitility.await()
                    .until(() -> scene.bean(SessionNodes.class)
                            .linked(new NodeId("session-1"))
                            .isEmpty());
            client.send("one");
            client.send("two");

            scene.join("session-2", second);

            assertThat(client.next()).isEqualTo("one");
            assertThat(client.next()).isEqualTo("two");
        }
    }

    @Test
    void movesToAnotherNodeAsPlannedWithoutLosingAFrame() throws InterruptedException {
        try (var client = scene.play("alice", "phone")) {
            scene.join("session-2", second);
            client.send("before");
            assertThat(client.next()).isEqualTo("before");

            first.hold(sessionOf(first));
            heard(first, "held");
            client.send("meanwhile");
            client.send("and more");
            first.giveBack(sessionOf(first));

            assertThat(client.next()).isEqualTo("meanwhile");
            assertThat(client.next()).isEqualTo("and more");
            assertThat(first.heard).doesNotContain("bytes meanwhile");
            heard(second, "carry on alice");
            heard(second, "bytes meanwhile");
        }
    }

    @Test
    void closesTheSocketWhereNobodyTakesTheSession() throws InterruptedException {
        try (var client = scene.play("alice", "phone")) {
            first.die();
            client.send("into the void");

            assertThat(client.expect("terminate").get("code").asInt()).isEqualTo(1210);
            assertThat(client.closed())
                    .isEqualTo(CLUSTER_NODE_LOST.closeCode() + " " + CLUSTER_NODE_LOST.closeReason());
        }
    }

    @Test
    void passesOnThatTheSessionIsGone() throws InterruptedException {
        second.answers((_, _) -> new NodeMessage.Refused(1400, null, "gone", JsonText.EMPTY_OBJECT));
        try (var client = scene.play("alice", "phone")) {
            scene.join("session-2", second);
            first.die();

            assertThat(client.expect("terminate").get("code").asInt()).isEqualTo(1400);
        }
    }

    @Test
    void tellsTheNextNodeThatTheClientHasLeft() throws InterruptedException {
        try (TestClient client = scene.play("alice", "phone")) {
            scene.join("session-2", second);
            first.die();
            heard(second, "carry on alice");

            client.leave();

            heard(second, "detach true");
        }
    }

    private SessionId sessionOf(FakeNode node) {
        return node.sessions().getFirst();
    }

    private static void heard(FakeNode node, String what) throws InterruptedException {
        var heard = node.heard.poll(10, TimeUnit.SECONDS);
        while (!Objects.equals(heard, what)) {
            if (heard == null) {
                throw new AssertionError("not heard in time: " + what);
            }
            heard = node.heard.poll(10, TimeUnit.SECONDS);
        }
    }
}
