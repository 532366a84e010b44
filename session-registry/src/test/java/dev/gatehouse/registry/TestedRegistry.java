package dev.gatehouse.registry;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.registry.topic.Topics;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// An empty registry that a contract is tested against: Redis, or the model of it. With the names that
/// the tests use.
public interface TestedRegistry {

    Duration LONG = Duration.ofSeconds(30);
    Duration SHORT = Duration.ofMillis(1);

    GameId GAME = new GameId("goldrush");
    PlayerId ALICE = new PlayerId("alice");
    PlayerKey PLAYER = new PlayerKey(GAME, ALICE);
    NodeId PROXY = new NodeId("proxy-1");
    NodeId NODE_1 = new NodeId("session-1");
    NodeId NODE_2 = new NodeId("session-2");

    /// Something that holds once a little time has passed.
    @FunctionalInterface
    interface Eventually {
        void holds() throws Exception;
    }

    PlayerLeases leases();

    PlayerJournal journal();

    PlayerSessions sessions();

    NodeDirectory nodes();

    Topics topics();

    /// Lets time pass until it holds, or fails as it does.
    void awaits(Eventually expectation);

    static <T> T answer(CompletionStage<T> stage) throws ExecutionException, InterruptedException, TimeoutException {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
