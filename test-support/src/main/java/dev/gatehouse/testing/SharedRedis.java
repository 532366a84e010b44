package dev.gatehouse.testing;

import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// The one Redis of a test JVM. It ends with the JVM, because contexts that Spring caches use it until then.
final class SharedRedis {

    private static final int ATTEMPTS = 5;

    static LocalRedis get() {
        return Holder.REDIS;
    }

    private static final class Holder {
        private static final LocalRedis REDIS = start();
    }

    private static LocalRedis start() {
        try {
            var folder = Files.createTempDirectory("gatehouse-redis-");
            var redis = startAnywhere(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                redis.close();
                delete(folder);
            }));
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A free port can be taken by somebody else before Redis has it.
    private static LocalRedis startAnywhere(Path folder) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                return LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.IN_MEMORY);
            } catch (IOException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SharedRedis() {}
}
