package dev.gatehouse.registry.redis;

import dev.gatehouse.registry.RegistryUnavailableException;
import dev.gatehouse.registry.storage.StorageReport;
import dev.gatehouse.registry.storage.StorageReports;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisServerAsyncCommands;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.cluster.models.partitions.RedisClusterNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Asks by `INFO`, which hosted Redis allows where it forbids `CONFIG`.
public final class RedisStorageReports implements StorageReports {

    private final RedisLine line;
    private final Duration timeout;

    public RedisStorageReports(RedisLine line, Duration timeout) {
        this.line = line;
        this.timeout = timeout;
    }

    @Override
    public CompletionStage<List<StorageReport>> ask() {
        return line.connection()
                .thenCompose(RedisStorageReports::ask)
                .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(
                        new RegistryUnavailableException("Redis cannot be asked how it stores: " + failure, failure)));
    }

    private static CompletableFuture<List<StorageReport>> ask(StatefulConnection<byte[], byte[]> connection) {
        return switch (connection) {
            case StatefulRedisClusterConnection<byte[], byte[]> cluster ->
                all(cluster.getPartitions().stream()
                        .filter(node -> node.is(RedisClusterNode.NodeFlag.UPSTREAM))
                        .map(node -> cluster.getConnectionAsync(node.getNodeId())
                                .thenCompose(to -> ask(node.getUri().toString(), to.async()))));
            case StatefulRedisConnection<byte[], byte[]> single -> all(Stream.of(ask("Redis", single.async())));
            default -> throw new IllegalStateException(connection.getClass() + " (expected: standalone or cluster)");
        };
    }

    private static CompletableFuture<StorageReport> ask(String node, RedisServerAsyncCommands<byte[], byte[]> redis) {
        return redis.info("persistence")
                .thenCombine(
                        redis.info("memory"),
                        (persistence, memory) -> new StorageReport(
                                node, field(persistence, "aof_enabled").equals("1"), field(memory, "maxmemory_policy")))
                .toCompletableFuture();
    }

    private static String field(String info, String name) {
        return info.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("unknown");
    }

    private static <T> CompletableFuture<List<T>> all(Stream<CompletableFuture<T>> parts) {
        var asked = parts.toList();
        return CompletableFuture.allOf(asked.toArray(CompletableFuture<?>[]::new))
                .thenApply(_ -> asked.stream().map(CompletableFuture::join).toList());
    }
}
