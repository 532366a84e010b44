package dev.gatehouse.launcher.simulator.redis;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.registry.node.redis.RedisNodeDirectory;
import dev.gatehouse.registry.redis.RedisLine;
import dev.gatehouse.registry.redis.Scripts;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;

/// Says in the registry that the stand-in for session-service is a node of it, so that
/// game-instance-service finds it.
public final class Announcement {

    private static final NodeId NODE = new NodeId("simulated-players");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /// Longer than anybody sits at a console.
    private static final Duration LASTS = Duration.ofDays(30);

    /// Blocks until it is there.
    ///
    /// @param standIn where it is reached
    public static void make(int redisPort, URI standIn, Collection<GameId> games) {
        var hosted = games.stream()
                .map(game -> new HostedGame(game, 1, 1, false, false, false))
                .toList();
        try (var client = RedisClient.create(RedisURI.create("127.0.0.1", redisPort));
                var line = new RedisLine(() -> client)) {
            new RedisNodeDirectory(new Scripts(line, TIMEOUT))
                    .announce(new NodeRecord(NODE, NodeRole.SESSION, "", standIn.toString(), hosted), LASTS)
                    .toCompletableFuture()
                    .join();
        }
    }

    private Announcement() {}
}
