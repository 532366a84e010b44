package dev.gatehouse.registry.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.SlotHash;
import io.lettuce.core.cluster.api.StatefulRedisClusterConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One connection to Redis, standalone or cluster, opened when it is first needed: a service starts without
/// Redis, and is not ready. Once open the client keeps it open; a failed attempt is repeated by the next who
/// asks. Safe for use by several threads.
public final class RedisLine implements AutoCloseable {

    private final Supplier<AbstractRedisClient> client;
    private final Deadlines deadlines = new Deadlines();

    // Guarded by this, as is the next.
    private boolean closed;
    private @Nullable CompletableFuture<StatefulConnection<byte[], byte[]>> connection;

    /// @param client asked on each attempt, since a client may not be started yet
    public RedisLine(Supplier<AbstractRedisClient> client) {
        this.client = client;
    }

    /// The same future for everybody until it fails: nobody may complete or cancel it.
    synchronized CompletableFuture<StatefulConnection<byte[], byte[]>> connection() {
        if (closed) {
            return CompletableFuture.failedFuture(new RedisException("the line is closed"));
        }
        if (connection == null || connection.isCompletedExceptionally()) {
            // Connecting blocks, for at most the client's connect timeout.
            connection = CompletableFuture.supplyAsync(
                    this::connect,
                    task -> Thread.ofVirtual().name("registry-connect").start(task));
        }
        return connection;
    }

    /// The connection to the one node that a key is on, now: what is sent over it one after the other is done one
    /// after the other, and nobody follows a key that moves. The same one for the same node. Nobody may complete or
    /// cancel the future.
    CompletableFuture<StatefulConnection<byte[], byte[]>> connectionFor(String key) {
        return connection()
                .thenCompose(whole -> whole instanceof StatefulRedisClusterConnection<byte[], byte[]> cluster
                        ? nodeOf(cluster, key)
                        : CompletableFuture.completedFuture(whole));
    }

    private static CompletableFuture<StatefulConnection<byte[], byte[]>> nodeOf(
            StatefulRedisClusterConnection<byte[], byte[]> cluster, String key) {
        var node = cluster.getPartitions().getPartitionBySlot(SlotHash.getSlot(key));
        return node == null
                ? CompletableFuture.failedFuture(new RedisException("no node has the slot of " + key))
                : cluster.getConnectionAsync(node.getNodeId()).thenApply(connection -> connection);
    }

    /// Bounds what waits for this line, or for an answer over it.
    Deadlines deadlines() {
        return deadlines;
    }

    @Override
    public synchronized void close() {
        closed = true;
        deadlines.close();
        if (connection != null) {
            var _ = connection.thenAccept(StatefulConnection::close);
        }
    }

    private StatefulConnection<byte[], byte[]> connect() {
        return switch (client.get()) {
            case RedisClient standalone -> standalone.connect(ByteArrayCodec.INSTANCE);
            case RedisClusterClient cluster -> cluster.connect(ByteArrayCodec.INSTANCE);
            case AbstractRedisClient other ->
                throw new IllegalStateException(other.getClass() + " (expected: RedisClient or RedisClusterClient)");
        };
    }
}
