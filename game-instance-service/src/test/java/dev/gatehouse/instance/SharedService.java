package dev.gatehouse.instance;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.springframework.util.FileSystemUtils;

/// One service with test game servers for all test classes that need no settings of their own: started for the first of
/// them, stopped after the last. It has a Redis of its own, as it would look after the instances of other services
/// under test; before each test that is emptied.
final class SharedService implements BeforeAllCallback, BeforeEachCallback {

    static final String POOL = "main";
    static final String POOL_KEY = "a-pool-key-of-more-than-32-characters";

    /// A thousand who ask at once on a busy machine wait for longer than a service would let them. Game servers of no
    /// instance are left to the tests that asked for them.
    private static final Map<String, String> SETTINGS = Map.of(
            "gatehouse.registry.command-timeout",
            "15s",
            "gatehouse.instances.provider.pool.keys." + POOL,
            POOL_KEY,
            "gatehouse.instances.provider.pool.report-every",
            "500ms",
            "gatehouse.instances.provider.pool.misses",
            "10",
            "gatehouse.instances.provider.pool.grace",
            "3s",
            "gatehouse.instances.reconcile-every",
            "1h");

    private static final Namespace NAMESPACE = Namespace.create(SharedService.class);

    private @Nullable Running running; // Absent before the first test class.

    private record Running(ServiceUnderTest service, LocalRedis redis, Path folder) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            service.close();
            redis.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running = context.getRoot().getStore(NAMESPACE).computeIfAbsent(Running.class, _ -> start(), Running.class);
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        running().redis().flushAll();
        running().service().announce();
    }

    ServiceUnderTest get() {
        return running().service();
    }

    Path logs() {
        return running().folder().resolve("log");
    }

    /// What the server of an instance was started with.
    GameServerConfiguration environmentOf(String id) throws IOException {
        return GameServerConfiguration.from(
                Files.readAllLines(running().folder().resolve("environment-" + id)).stream()
                        .filter(line -> line.startsWith("GATEHOUSE_"))
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])));
    }

    private Running running() {
        return Objects.requireNonNull(running);
    }

    private Running start() {
        try {
            var folder = Files.createTempDirectory("gatehouse-service");
            // Keeps its environment where the test can read it, as the server itself never shows a token.
            var command = "sh -c 'umask 077; env > %s/environment-$GATEHOUSE_GAME_INSTANCE_ID; exec %s'"
                    .formatted(folder, ServiceUnderTest.testGameServer());
            var redis = LocalRedis.start(
                    LocalRedis.freePort(), Files.createDirectory(folder.resolve("redis")), RedisOptions.IN_MEMORY);
            return new Running(new ServiceUnderTest(folder, redis.port(), command, SETTINGS), redis, folder);
        } catch (Exception e) {
            throw new IllegalStateException("the service did not start", e);
        }
    }
}
