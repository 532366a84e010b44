package dev.gatehouse.registry.redis;

import com.google.protobuf.ByteString;
import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.RedisClient;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection that listens to channels, opened when the first is wanted. After an interruption the client
/// subscribes again to all of them, and says so to each follower. Safe for use by several threads.
public final class PubSubLine implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(PubSubLine.class);

    private final Supplier<AbstractRedisClient> client;

    /// By channel; as many as are followed here.
    private final Map<String, Follower> followers = new ConcurrentHashMap<>();

    /// Guarded by this.
    private @Nullable CompletableFuture<StatefulRedisPubSubConnection<byte[], byte[]>> connection;

    /// Whoever listens to one channel. Called on the client's threads, which must not be blocked.
    public interface Follower {

        /// From here on messages arrive; what was published before has to be read elsewhere.
        void connected();

        void heard(ByteString message);
    }

    public PubSubLine(Supplier<AbstractRedisClient> client) {
        this.client = client;
    }

    /// Listens to a channel as soon as Redis can be reached. One follower for each channel.
    public synchronized void add(String channel, Follower follower) {
        followers.put(channel, follower);
        if (connection == null || connection.isCompletedExceptionally()) {
            connect();
        } else {
            var _ = connection.thenAccept(open -> subscribe(open, Set.of(channel)));
        }
    }

    public synchronized void remove(String channel) {
        followers.remove(channel);
        if (connection != null) {
            var _ = connection.thenCompose(open -> open.async().unsubscribe(bytes(channel)));
        }
    }

    /// Tries again, where there is something to listen to and the connection could not be opened.
    public synchronized void retry() {
        if (!followers.isEmpty() && connection != null && connection.isCompletedExceptionally()) {
            connect();
        }
    }

    private void connect() {
        // Connecting blocks, for at most the client's connect timeout.
        connection = CompletableFuture.supplyAsync(
                this::open, task -> Thread.ofVirtual().name("registry-listen").start(task));
        // Those that come later subscribe by themselves.
        var wanted = Set.copyOf(followers.keySet());
        var _ = connection.thenAccept(open -> subscribe(open, wanted));
    }

    private StatefulRedisPubSubConnection<byte[], byte[]> open() {
        var open = switch (client.get()) {
            case RedisClient standalone -> standalone.connectPubSub(ByteArrayCodec.INSTANCE);
            case RedisClusterClient cluster -> cluster.connectPubSub(ByteArrayCodec.INSTANCE);
            case AbstractRedisClient other ->
                throw new IllegalStateException(other.getClass() + " (expected: RedisClient or RedisClusterClient)");
        };
        open.addListener(new Listener());
        return open;
    }

    private static void subscribe(StatefulRedisPubSubConnection<byte[], byte[]> open, Collection<String> channels) {
        var all = channels.stream().map(PubSubLine::bytes).toArray(byte[][]::new);
        if (all.length > 0) {
            var _ = open.async().subscribe(all);
        }
    }

    private static byte[] bytes(String channel) {
        return channel.getBytes(StandardCharsets.US_ASCII);
    }

    private final class Listener extends RedisPubSubAdapter<byte[], byte[]> {

        @Override
        public void subscribed(byte[] channel, long count) {
            var follower = followers.get(text(channel));
            if (follower != null) {
                attempt(follower::connected);
            }
        }

        @Override
        public void message(byte[] channel, byte[] message) {
            var follower = followers.get(text(channel));
            if (follower != null) {
                attempt(() -> follower.heard(ByteString.copyFrom(message)));
            }
        }

        /// One follower's mistake must not end the connection of all.
        private static void attempt(Runnable step) {
            try {
                step.run();
            } catch (RuntimeException e) {
                log.error("What came over a channel could not be taken.", e);
            }
        }

        private static String text(byte[] channel) {
            return new String(channel, StandardCharsets.US_ASCII);
        }
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            var _ = connection.thenAccept(StatefulRedisPubSubConnection::close);
        }
    }
}
