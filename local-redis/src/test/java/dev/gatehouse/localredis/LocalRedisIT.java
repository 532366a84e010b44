package dev.gatehouse.localredis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRedisIT {

    @TempDir
    Path folder;

    @Test
    void answersOnceStarted() throws IOException {
        try (var redis = LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.IN_MEMORY)) {
            assertThat(InlineCommands.ask(redis.port(), "SET a b")).isEqualTo("+OK");
            assertThat(InlineCommands.ask(redis.port(), "GET a")).isEqualTo("b");
            assertThat(ProcessHandle.of(redis.pid())).isPresent();
            assertThat(redis.logFile()).isNotEmptyFile();
        }
    }

    @Test
    void forgetsEverythingWhenFlushed() throws IOException {
        try (var redis = LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.IN_MEMORY)) {
            InlineCommands.ask(redis.port(), "SET a b");

            redis.flushAll();

            assertThat(InlineCommands.ask(redis.port(), "DBSIZE")).isEqualTo(":0");
        }
    }

    @Test
    void leavesNoProcessWhenClosed() throws IOException {
        var redis = LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.IN_MEMORY);

        redis.close();

        assertThat(redis.isAlive()).isFalse();
        assertThat(redis.onExit()).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(0);
    }

    @Test
    void tellsWhenItDies() throws Exception {
        try (var redis = LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.IN_MEMORY)) {
            ProcessHandle.of(redis.pid()).orElseThrow().destroyForcibly();

            assertThat(redis.onExit().get(10, TimeUnit.SECONDS)).isEqualTo(137);
        }
    }

    @Test
    void namesATakenPort() throws IOException {
        try (var first = LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.IN_MEMORY)) {
            assertThatThrownBy(() -> LocalRedis.start(first.port(), folder, RedisOptions.IN_MEMORY))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("port " + first.port() + " is taken");
        }
    }

    @Test
    void keepsWhatWasWrittenAcrossARestart() throws IOException {
        var log = folder.resolve("elsewhere.log");
        var port = LocalRedis.freePort();
        try (var _ = LocalRedis.start(port, folder, RedisOptions.APPEND_ONLY.withLogFile(log))) {
            InlineCommands.ask(port, "SET kept yes");
        }

        try (var _ = LocalRedis.start(port, folder, RedisOptions.APPEND_ONLY.withLogFile(log))) {
            assertThat(InlineCommands.ask(port, "GET kept")).isEqualTo("yes");
        }
        assertThat(log).isNotEmptyFile();
    }

    @Test
    void saysWhereToLookWhenASettingIsWrong() {
        assertThatThrownBy(() -> LocalRedis.start(
                        LocalRedis.freePort(), folder, RedisOptions.IN_MEMORY.withSetting("no-such-setting", "1")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("redis.log");
    }
}
