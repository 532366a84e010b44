package dev.gatehouse.registry;

import static org.awaitility.Awaitility.await;

import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.cluster.SlotHash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/// A real Redis Cluster of three masters on this machine.
final class RedisCluster implements AutoCloseable {

    private static final int NODES = 3;

    private final List<LocalRedis> nodes = new ArrayList<>();
    private final RedisClient client = RedisClient.create();

    static RedisCluster start(Path folder) throws IOException {
        var cluster = new RedisCluster();
        for (var i = 0; i < NODES; i++) {
            cluster.nodes.add(LocalRedis.start(freePort(), folder.resolve("node-" + i), options()));
        }
        cluster.join();
        return cluster;
    }

    List<String> addresses() {
        return nodes.stream().map(node -> "127.0.0.1:" + node.port()).toList();
    }

    /// One number from each node.
    List<Long> ask(ToLongFunction<RedisCommands<String, String>> question) {
        return nodes.stream()
                .map(node -> {
                    try (var connection = client.connect(RedisURI.create("127.0.0.1", node.port()))) {
                        return question.applyAsLong(connection.sync());
                    }
                })
                .toList();
    }

    @Override
    public void close() {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        nodes.forEach(LocalRedis::close);
    }

    private void join() {
        for (var i = 0; i < NODES; i++) {
            var first = SlotHash.SLOT_COUNT * i / NODES;
            var next = SlotHash.SLOT_COUNT * (i + 1) / NODES;
            var port = nodes.getFirst().port();
            try (var connection =
                    client.connect(RedisURI.create("127.0.0.1", nodes.get(i).port()))) {
                connection.sync().clusterAddSlots(IntStream.range(first, next).toArray());
                connection.sync().clusterMeet("127.0.0.1", port);
            }
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> ask(node -> node.clusterInfo().contains("cluster_state:ok") ? 1 : 0)
                        .equals(List.of(1L, 1L, 1L)));
    }

    /// The bus between the nodes is ten thousand ports higher.
    private static int freePort() throws IOException {
        var port = LocalRedis.freePort();
        while (port > 55_000) {
            port = LocalRedis.freePort();
        }
        return port;
    }

    private static RedisOptions options() {
        return RedisOptions.IN_MEMORY
                .withSetting("cluster-enabled", "yes")
                .withSetting("cluster-config-file", "nodes.conf")
                .withSetting("cluster-node-timeout", "2000");
    }
}
