package dev.gatehouse.registry.faults;

import static dev.gatehouse.registry.LocalLine.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.AppendResult.Appended;
import dev.gatehouse.registry.journal.AppendResult.Unconfirmed;
import dev.gatehouse.registry.redis.Scripts;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is lost, and what is refused, where one Redis is in trouble.
class StorageFaultsIT {

    private static final Duration TIMEOUT = Duration.ofMillis(500);
    private static final int KILLS = 10;
    private static final int WRITES = 10;

    @TempDir
    Path folder;

    @Test
    @DisplayName("F07: Redis is killed ten times; its owner gives it again what it forgot, and nothing is lost")
    void losesNothingWhenRedisIsKilled() throws Exception {
        kill("everysec");
    }

    @Test
    @DisplayName("F07: a Redis that syncs before it answers forgets nothing by itself")
    void forgetsNothingThatIsSyncedBeforeTheAnswer() throws Exception {
        assertThat(kill("always")).isZero();
    }

    /// @return how many entries Redis did not have any more
    private long kill(String sync) throws Exception {
        var options = RedisOptions.APPEND_ONLY.withSetting("appendfsync", sync);
        var random = new Random(7);
        int port = LocalRedis.freePort();
        var scripts = new Scripts(line(port), TIMEOUT);
        Scribe scribe;
        try (var _ = LocalRedis.start(port, folder, options)) {
            scribe = Scribe.on(scripts, "a");
        }
        long worst = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            assertThat(scribe.write()).isInstanceOf(Unconfirmed.class);
            long since = System.nanoTime();
            try (var redis = LocalRedis.start(port, folder, options)) {
                await().ignoreExceptions().until(scribe::write, Appended.class::isInstance);
                worst = Math.max(worst, System.nanoTime() - since);
                scribe.write(50 + random.nextInt(100));
                ProcessHandle.of(redis.pid()).ifPresent(ProcessHandle::destroyForcibly);
                redis.onExit().orTimeout(5, TimeUnit.SECONDS).join();
            }
        }
        long stored;
        try (var _ = LocalRedis.start(port, folder, options)) {
            await().ignoreExceptions().until(scribe::write, Appended.class::isInstance);
            stored = Scribe.stored(scripts);
        }
        System.out.printf(
                "F07: appendfsync %s: %d kills, forgot %d of %d acknowledged, lost %d, longest start %d ms%n",
                sync,
                KILLS,
                scribe.forgotten(),
                scribe.acknowledged(),
                scribe.acknowledged() - stored,
                TimeUnit.NANOSECONDS.toMillis(worst));
        assertThat(stored).isEqualTo(scribe.acknowledged());
        return scribe.forgotten();
    }

    @Test
    @DisplayName("F22: scripts are forgotten again and again, and nobody notices")
    void goesOnWhereScriptsAreForgotten() throws Exception {
        try (var pair = RedisPair.start(folder)) {
            var scripts =
                    new Scripts(line(pair.first()), Duration.ofSeconds(5)).confirmedByReplica(Duration.ofSeconds(2));
            var scribe = Scribe.on(scripts, "a");
            var inside = pair.on(pair.first());
            int errors = 0;
            for (int i = 0; i < 100; i++) {
                inside.scriptFlush();
                errors += scribe.write() instanceof Appended ? 0 : 1;
            }

            System.out.printf("F22: errors %d of 100, entries stored %d%n", errors, Scribe.stored(scripts));
            assertThat(errors).isZero();
            assertThat(Scribe.stored(scripts)).isEqualTo(100);
        }
    }

    @Test
    @DisplayName("F23: without memory writes are refused whole, reads go on, and what was refused can be sent again")
    void refusesWholeWritesWithoutMemory() throws Exception {
        int port = LocalRedis.freePort();
        var client = RedisClient.create(RedisURI.create("127.0.0.1", port));
        try (var _ = LocalRedis.start(port, folder, RedisOptions.APPEND_ONLY)) {
            var scripts = new Scripts(line(port), Duration.ofSeconds(5));
            var inside = client.connect().sync();
            var scribe = Scribe.on(scripts, "a");
            scribe.write(WRITES);

            inside.configSet("maxmemory", "1");
            int refused = 0;
            for (int i = 0; i < WRITES; i++) {
                refused += scribe.write() instanceof Unconfirmed(var cause) && saysOutOfMemory(cause) ? 1 : 0;
            }
            long readable = Scribe.stored(scripts);
            inside.configSet("maxmemory", "0");
            AppendResult again = scribe.write();
            scribe.write(WRITES - 1);
            long stored = Scribe.stored(scripts);

            System.out.printf(
                    "F23: refused %d of %d writes, %d of %d entries readable meanwhile, afterwards %d of %d stored%n",
                    refused, WRITES, readable, WRITES, stored, 2 * WRITES);
            assertThat(refused).isEqualTo(WRITES);
            assertThat(readable).isEqualTo(WRITES);
            assertThat(again).isEqualTo(new Appended(12, 11));
            assertThat(stored).isEqualTo(2 * WRITES);
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    private static boolean saysOutOfMemory(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("OOM");
    }
}
