package dev.gatehouse.registry;

import static dev.gatehouse.registry.LocalLine.line;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.journal.redis.RedisPlayerJournal;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.lease.redis.RedisPlayerLeases;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.redis.RedisNodeDirectory;
import dev.gatehouse.registry.redis.Scripts;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.registry.session.redis.RedisPlayerSessions;
import dev.gatehouse.registry.topic.Topics;
import dev.gatehouse.registry.topic.redis.RedisTopics;
import dev.gatehouse.testing.RedisExtension;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/// What the tests of all scripts share: scripts on the shared Redis, a look inside, and some names.
public final class OnRedis {

    public static final Duration LONG = TestedRegistry.LONG;
    public static final Duration SHORT = TestedRegistry.SHORT;

    public static final GameId GAME = TestedRegistry.GAME;
    public static final DeviceKey DEVICE = DeviceKey.of("alice's phone");
    public static final PlayerId ALICE = TestedRegistry.ALICE;
    public static final PlayerKey PLAYER = TestedRegistry.PLAYER;
    public static final NodeId PROXY = TestedRegistry.PROXY;
    public static final NodeId NODE_1 = TestedRegistry.NODE_1;
    public static final NodeId NODE_2 = TestedRegistry.NODE_2;

    public static final Scripts SCRIPTS = new Scripts(line(new RedisExtension().port()), Duration.ofSeconds(10));

    /// To see what a script left behind.
    public static final RedisCommands<String, String> INSIDE = RedisClient.create(
                    "redis://127.0.0.1:" + new RedisExtension().port())
            .connect()
            .sync();

    /// For the contracts that the model of the registry keeps as well.
    public static final TestedRegistry REGISTRY = new TestedRegistry() {

        @Override
        public PlayerLeases leases() {
            return new RedisPlayerLeases(SCRIPTS);
        }

        @Override
        public PlayerJournal journal() {
            return new RedisPlayerJournal(SCRIPTS);
        }

        @Override
        public PlayerSessions sessions() {
            return new RedisPlayerSessions(SCRIPTS);
        }

        @Override
        public NodeDirectory nodes() {
            return new RedisNodeDirectory(SCRIPTS);
        }

        @Override
        public Topics topics() {
            return new RedisTopics(SCRIPTS, () -> UUID.randomUUID().toString());
        }

        @Override
        public void awaits(Eventually expectation) {
            await().untilAsserted(expectation::holds);
        }
    };

    public static <T> T answer(CompletionStage<T> stage)
            throws ExecutionException, InterruptedException, TimeoutException {
        return TestedRegistry.answer(stage);
    }

    private OnRedis() {}
}
