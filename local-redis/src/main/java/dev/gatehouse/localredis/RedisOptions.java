package dev.gatehouse.localredis;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a [LocalRedis] runs.
///
/// @param appendOnly whether what is written survives a restart (fsync every second); otherwise nothing reaches the
///     disk
/// @param logFile where its output is appended; absent: `redis.log` in its directory
/// @param startTimeout how long it may take until it answers, reading its append-only file included
/// @param settings any other line of `redis.conf`, by name
public record RedisOptions(
        boolean appendOnly, @Nullable Path logFile, Duration startTimeout, Map<String, String> settings) {

    /// Keeps nothing.
    public static final RedisOptions IN_MEMORY = new RedisOptions(false, null, Duration.ofSeconds(20), Map.of());

    /// Keeps what is written.
    public static final RedisOptions APPEND_ONLY = new RedisOptions(true, null, Duration.ofSeconds(60), Map.of());

    public RedisOptions {
        if (!startTimeout.isPositive()) {
            throw new IllegalArgumentException("startTimeout: " + startTimeout + " (expected: > 0)");
        }
        settings = Map.copyOf(settings);
    }

    public RedisOptions withLogFile(Path file) {
        return new RedisOptions(appendOnly, file, startTimeout, settings);
    }

    public RedisOptions withSetting(String name, String value) {
        var more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new RedisOptions(appendOnly, logFile, startTimeout, more);
    }
}
