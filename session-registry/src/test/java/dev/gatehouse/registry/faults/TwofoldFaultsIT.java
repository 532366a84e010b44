package dev.gatehouse.registry.faults;

import static dev.gatehouse.registry.LocalLine.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import dev.gatehouse.registry.journal.AppendResult.Appended;
import dev.gatehouse.registry.redis.Scripts;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is lost where Redis forgets something, and the owner who could write it again is gone as well.
class TwofoldFaultsIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int KILLS = 3;

    /// A Redis that syncs every second puts a write off for no longer than two, and looks again every tenth of one.
    private static final Duration PUT_OFF_AT_MOST = Duration.ofMillis(2_200);

    /// In bytes. Less than one entry takes.
    private static final int PART_OF_AN_ENTRY = 20;

    /// Has written what it acknowledges, and syncs nothing: the file's size says what would be there.
    private static final RedisOptions CUT = RedisOptions.APPEND_ONLY.withSetting("appendfsync", "no");

    @TempDir
    Path folder;

    @Test
    @DisplayName("F07: Redis and the owner's node are killed at once: what is lost is no older than two seconds")
    void losesLittleWhenBothAreKilled() throws Exception {
        killBoth("everysec");
    }

    @Test
    @DisplayName("F07: with a Redis that syncs before it answers, nothing is lost when both are killed")
    void losesNothingThatIsSyncedBeforeTheAnswer() throws Exception {
        assertThat(killBoth("always")).isZero();
    }

    /// @return how many acknowledged entries are gone
    private long killBoth(String sync) throws Exception {
        var options = RedisOptions.APPEND_ONLY.withSetting("appendfsync", sync);
        var random = new Random(7);
        int port = LocalRedis.freePort();
        long lost = 0;
        long acknowledged = 0;
        long oldest = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (var redis = LocalRedis.start(port, folder, options);
                    var owner = OwnerProcess.start(port, "owner-" + kill)) {
                long before = Scribe.stored(scripts(port));
                owner.hears(500 + random.nextInt(1_000));
                long killed = System.nanoTime();
                kill(redis.pid(), owner.pid());
                owner.hearsTheRest();
                redis.onExit().orTimeout(5, TimeUnit.SECONDS).join();
                acknowledged += owner.acknowledged() - before;

                long stored = storedAfterAStart(port, options);
                lost += Math.max(0, owner.acknowledged() - stored);
                if (stored < owner.acknowledged()) {
                    oldest = Math.max(oldest, killed - owner.heardOf(stored + 1));
                }
            }
        }
        System.out.printf(
                "F07: appendfsync %s: Redis and the owner's node killed at once, %d times: lost %d of %d acknowledged,"
                        + " the oldest %d ms before%n",
                sync, KILLS, lost, acknowledged, TimeUnit.NANOSECONDS.toMillis(oldest));
        assertThat(Duration.ofNanos(oldest)).isLessThan(PUT_OFF_AT_MOST);
        return lost;
    }

    private static void kill(long... pids) {
        for (long pid : pids) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private long storedAfterAStart(int port, RedisOptions options) throws Exception {
        try (var _ = LocalRedis.start(port, folder, options)) {
            return Scribe.stored(scripts(port));
        }
    }

    @Test
    @DisplayName(
            "F09: the end of the append-only file is gone, as where the host loses power: the owner writes it again")
    void writesAgainWhatTheFileHasLost() throws Exception {
        int port = LocalRedis.freePort();
        var scribe = writesAndLosesTheEnd(port);

        try (var _ = LocalRedis.start(port, folder, CUT)) {
            await().ignoreExceptions().until(scribe::write, Appended.class::isInstance);
            long stored = Scribe.stored(scripts(port));

            System.out.printf(
                    "F09: append-only file cut: forgot %d of %d acknowledged, lost %d%n",
                    scribe.forgotten(), scribe.acknowledged(), scribe.acknowledged() - stored);
            assertThat(scribe.forgotten()).isEqualTo(200);
            assertThat(stored).isEqualTo(scribe.acknowledged());
        }
    }

    @Test
    @DisplayName("F09: without the owner too, what the file has lost is lost, and no more")
    void losesWhatTheFileHasLostWithItsOwner() throws Exception {
        int port = LocalRedis.freePort();
        long acknowledged = writesAndLosesTheEnd(port).acknowledged();

        try (var _ = LocalRedis.start(port, folder, CUT)) {
            var next = Scribe.on(scripts(port), "next");

            System.out.printf(
                    "F09: append-only file cut, and the owner gone: lost %d of %d acknowledged%n",
                    acknowledged - next.acknowledged(), acknowledged);
            assertThat(next.acknowledged()).isEqualTo(300);
            assertThat(next.write()).isEqualTo(new Appended(302, 301));
        }
    }

    /// Writes 300 entries, then 200 of which the file has nothing but a part of the first.
    private Scribe writesAndLosesTheEnd(int port) throws Exception {
        Scribe scribe;
        long size;
        try (var redis = LocalRedis.start(port, folder, CUT)) {
            scribe = Scribe.on(scripts(port), "a");
            scribe.write(300);
            size = Files.size(appendOnlyFile());
            scribe.write(200);
            kill(redis.pid());
            redis.onExit().orTimeout(5, TimeUnit.SECONDS).join();
        }
        try (var file = new RandomAccessFile(appendOnlyFile().toFile(), "rw")) {
            file.setLength(size + PART_OF_AN_ENTRY);
        }
        return scribe;
    }

    /// The one that grows.
    private Path appendOnlyFile() throws IOException {
        try (var files = Files.list(folder.resolve("appendonlydir"))) {
            return files.filter(file -> file.toString().endsWith(".incr.aof"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Scripts scripts(int port) {
        return new Scripts(line(port), TIMEOUT);
    }
}
