package dev.gatehouse.registry.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import dev.gatehouse.localredis.line.CuttableLine;
import dev.gatehouse.localredis.process.Signal;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A Redis and its replica, and what can happen to them. What a sentinel would do is done by hand.
final class RedisPair implements AutoCloseable {

    private static final int NOBODY = 1;

    private final LocalRedis first;
    private final LocalRedis second;

    /// From the second to the first: all of the replication goes over it.
    private final CuttableLine way;

    private final RedisClient client = RedisClient.create();

    private RedisPair(LocalRedis first, LocalRedis second, CuttableLine way) {
        this.first = first;
        this.second = second;
        this.way = way;
    }

    static RedisPair start(Path folder) throws IOException {
        var options = RedisOptions.APPEND_ONLY.withSetting("repl-diskless-sync-delay", "0");
        var first = LocalRedis.start(LocalRedis.freePort(), folder.resolve("first"), options);
        var pair = new RedisPair(
                first,
                LocalRedis.start(LocalRedis.freePort(), folder.resolve("second"), options),
                CuttableLine.to(first.port()));
        try {
            pair.join();
        } catch (RuntimeException | Error e) {
            pair.close();
            throw e;
        }
        return pair;
    }

    int first() {
        return first.port();
    }

    int second() {
        return second.port();
    }

    RedisCommands<String, String> on(int port) {
        return client.connect(RedisURI.create("127.0.0.1", port)).sync();
    }

    /// The second follows the first, has all that it has, and confirms what is written from then on: it is called
    /// online up to a second before it is sent anything.
    void join() {
        on(second()).replicaof("127.0.0.1", way.port());
        await().atMost(Duration.ofSeconds(30)).until(() -> replicasOnline() == 1);
        var master = on(first());
        master.incr("joined");
        await().atMost(Duration.ofSeconds(30)).until(() -> master.waitForReplication(1, 1000) == 1);
    }

    /// How many replicas the first believes it reaches: one that says nothing is missed after a minute.
    long replicasOnline() {
        return on(first())
                .info("replication")
                .lines()
                .filter(line -> line.contains("state=online"))
                .count();
    }

    /// The second is with the first no longer, which sees it leave; both live.
    void cut() {
        on(second()).replicaof("127.0.0.1", NOBODY);
        await().atMost(Duration.ofSeconds(5)).until(() -> replicasOnline() == 0);
    }

    /// Whatever goes from one to the other is lost from now on, and nobody is told: to the first, the second is online.
    void swallow() {
        way.mute();
    }

    void killFirst() throws InterruptedException {
        ProcessHandle.of(first.pid()).ifPresent(ProcessHandle::destroyForcibly);
        first.onExit().orTimeout(5, TimeUnit.SECONDS).join();
    }

    /// The second takes over.
    void promote() {
        on(second()).replicaofNoOne();
    }

    /// The first is told that it is the replica now.
    void demoteFirst() {
        on(first()).replicaof("127.0.0.1", second());
    }

    void pauseSecond() {
        assertThat(Signal.STOP.send(second.pid())).isTrue();
    }

    void letSecondGoOn() {
        assertThat(Signal.CONT.send(second.pid())).isTrue();
    }

    @Override
    public void close() throws IOException {
        client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        first.close();
        second.close();
        way.close();
    }
}
