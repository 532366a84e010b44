package dev.gatehouse.localredis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisBinaryTest {

    @Test
    void prefersTheInstalledOne(@TempDir Path folder) throws IOException {
        var installed = Files.createFile(folder.resolve("redis-server"));
        assertThat(installed.toFile().setExecutable(true)).isTrue();

        assertThat(RedisBinary.locate("/nowhere:" + folder, folder)).isEqualTo(installed);
    }

    @Test
    void unpacksTheBundledOneOnce(@TempDir Path folder) throws IOException {
        var unpacked = RedisBinary.locate("", folder);
        var when = Files.getLastModifiedTime(unpacked);

        assertThat(unpacked).isExecutable();
        assertThat(RedisBinary.locate("", folder)).isEqualTo(unpacked);
        assertThat(Files.getLastModifiedTime(unpacked)).isEqualTo(when);
    }

    @Test
    void knowsItsNameOnEveryMachine() {
        assertThat(Map.of(
                        RedisBinary.bundledName("Linux", "amd64"), "redis-server-7.0.15-linux-amd64",
                        RedisBinary.bundledName("Linux", "aarch64"), "redis-server-7.0.15-linux-arm64",
                        RedisBinary.bundledName("Mac OS X", "aarch64"), "redis-server-7.0.15-darwin-arm64",
                        RedisBinary.bundledName("Mac OS X", "x86_64"), "redis-server-7.0.15-darwin-amd64"))
                .allSatisfy((name, expected) -> assertThat(name).isEqualTo(expected));
    }

    @Test
    void refusesAnOptionThatWouldNeverStart() {
        assertThatThrownBy(() -> new RedisOptions(false, null, Duration.ZERO, Map.of()))
                .hasMessage("startTimeout: PT0S (expected: > 0)");
    }
}
