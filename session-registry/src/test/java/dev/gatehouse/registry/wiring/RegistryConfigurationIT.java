package dev.gatehouse.registry.wiring;

import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.DEVICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.registry.guest.GuestAccounts;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.storage.UnsafeStorageException;
import dev.gatehouse.testing.RedisExtension;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;

class RegistryConfigurationIT {

    @RegisterExtension
    static final RedisExtension REDIS = new RedisExtension();

    @TempDir
    Path folder;

    private final ApplicationContextRunner boot = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    DataRedisAutoConfiguration.class, RegistryConfiguration.class, RegistryHealthConfiguration.class));

    @Test
    void givesABeanForEachFeature() {
        onRedis(REDIS.port()).run(context -> {
            assertThat(context)
                    .hasSingleBean(DeviceClaims.class)
                    .hasSingleBean(GameConnections.class)
                    .hasSingleBean(PlayerLeases.class)
                    .hasSingleBean(NodeDirectory.class);
            assertThat(answer(context.getBean(GuestAccounts.class).of(GAME, DEVICE, ALICE)))
                    .isEqualTo(ALICE);
            assertThat(answer(context.getBean(PlayerJournal.class).load(PLAYER)).entries())
                    .isEmpty();
            assertThat(context.getBean(HealthIndicator.class).health())
                    .extracting(Health::getStatus)
                    .isEqualTo(Status.UP);
        });
    }

    @Test
    void startsWithoutRedisAndIsNotReady() throws IOException {
        onRedis(LocalRedis.freePort()).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(HealthIndicator.class).health())
                    .extracting(Health::getStatus)
                    .isEqualTo(Status.DOWN);
        });
    }

    @Test
    void boundsWhatWaitsForRedis() {
        onRedis(REDIS.port())
                .withPropertyValues("gatehouse.registry.request-queue-size=77")
                .run(context -> assertThat(context.getBean(LettuceConnectionFactory.class)
                                .getRequiredNativeClient()
                                .getOptions()
                                .getRequestQueueSize())
                        .isEqualTo(77));
    }

    @Test
    void refusesATimeoutThatNothingCouldMeet() {
        onRedis(REDIS.port())
                .withPropertyValues("gatehouse.registry.command-timeout=0s")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessage("commandTimeout: PT0S (expected: > 0)"));
    }

    @Test
    @DisplayName(
            "F08: a Redis without an append-only file is refused at the start, unless a developer says that any will do")
    void refusesARedisThatForgets() throws IOException {
        try (var redis = LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.IN_MEMORY)) {
            strictlyOn(redis.port()).run(context -> {
                System.out.println("F08: " + refusal(context.getStartupFailure()));
                assertThat(context.getStartupFailure())
                        .isInstanceOf(UnsafeStorageException.class)
                        .hasMessageContaining("(expected: appendonly yes)");
            });
            onRedis(redis.port()).run(context -> assertThat(context).hasNotFailed());
        }
    }

    @Test
    @DisplayName("F24: a Redis that throws keys away when memory is short is refused at the start")
    void refusesARedisThatEvicts() throws IOException {
        var options = RedisOptions.APPEND_ONLY.withSetting("maxmemory-policy", "allkeys-lru");
        try (var redis = LocalRedis.start(LocalRedis.freePort(), folder, options)) {
            strictlyOn(redis.port()).run(context -> {
                System.out.println("F24: " + refusal(context.getStartupFailure()));
                assertThat(context.getStartupFailure())
                        .isInstanceOf(UnsafeStorageException.class)
                        .hasMessageContaining("allkeys-lru")
                        .hasMessageContaining("(expected: noeviction)");
            });
        }
    }

    @Test
    void isNotReadyOnceRedisTurnsOutToEvict() throws IOException {
        try (var redis = LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.APPEND_ONLY)) {
            strictlyOn(redis.port()).run(context -> {
                var health = context.getBean(HealthIndicator.class);
                assertThat(health.health()).extracting(Health::getStatus).isEqualTo(Status.UP);

                var client = RedisClient.create(RedisURI.create("127.0.0.1", redis.port()));
                client.connect().sync().configSet("maxmemory-policy", "volatile-ttl");
                client.shutdown();

                assertThat(health.health()).extracting(Health::getStatus).isEqualTo(Status.DOWN);
            });
        }
    }

    @Test
    void saysWhatToChange() {
        var analysis = new UnsafeStorageAnalyzer().analyze(new UnsafeStorageException(List.of("Redis: forgets")));

        assertThat(analysis).isNotNull().satisfies(told -> {
            assertThat(told.getDescription()).contains("Redis: forgets");
            assertThat(told.getAction()).contains("gatehouse.registry.accept-data-loss");
        });
    }

    private static @Nullable String refusal(@Nullable Throwable failure) {
        return failure == null ? "started" : failure.getMessage();
    }

    private ApplicationContextRunner onRedis(int port) {
        return strictlyOn(port).withPropertyValues("gatehouse.registry.accept-data-loss=true");
    }

    private ApplicationContextRunner strictlyOn(int port) {
        return boot.withPropertyValues("spring.data.redis.host=127.0.0.1", "spring.data.redis.port=" + port);
    }
}
