package dev.gatehouse.registry;

import dev.gatehouse.model.id.DeviceKey;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.model.id.PlayerId;
import dev.gatehouse.model.id.PlayerKey;
import dev.gatehouse.registry.redis.RedisLine;
import dev.gatehouse.registry.redis.Scripts;
import dev.gatehouse.testing.RedisExtension;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

/// What the tests of all scripts share: scripts on the shared Redis, a look inside, and some names.
public final class OnRedis {

    public static final Duration LONG = Duration.ofSeconds(30);
    public static final Duration SHORT = Duration.ofMillis(1);

    public static final GameId GAME = new GameId("goldrush");
    public static final DeviceKey DEVICE = DeviceKey.of("alice's phone");
    public static final PlayerId ALICE = new PlayerId("alice");
    public static final PlayerKey PLAYER = new PlayerKey(GAME, ALICE);
    public static final NodeId PROXY = new NodeId("proxy-1");
    public static final NodeId NODE_1 = new NodeId("session-1");
    public static final NodeId NODE_2 = new NodeId("session-2");

    public static final Scripts SCRIPTS = new Scripts(line(new RedisExtension().port()), Duration.ofSeconds(10));

    /// To see what a script left behind.
    public static final RedisCommands<String, String> INSIDE = RedisClient.create(
                    "redis://127.0.0.1:" + new RedisExtension().port())
            .connect()
            .sync();

    public static RedisLine line(int port) {
        var factory = new LettuceConnectionFactory(new RedisStandaloneConfiguration("127.0.0.1", port));
        factory.afterPropertiesSet();
        return new RedisLine(factory::getRequiredNativeClient);
    }

    public static <T> T answer(CompletionStage<T> stage)
            throws ExecutionException, InterruptedException, TimeoutException {
        return stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private OnRedis() {}
}
