package dev.gatehouse.registry.wiring;

import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.DEVICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.registry.guest.GuestAccounts;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.testing.RedisExtension;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
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

    private ApplicationContextRunner onRedis(int port) {
        return boot.withPropertyValues("spring.data.redis.host=127.0.0.1", "spring.data.redis.port=" + port);
    }
}
