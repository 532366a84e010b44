package dev.gatehouse.registry.wiring;

import static dev.gatehouse.registry.OnRedis.ALICE;
import static dev.gatehouse.registry.OnRedis.DEVICE;
import static dev.gatehouse.registry.OnRedis.GAME;
import static dev.gatehouse.registry.OnRedis.LONG;
import static dev.gatehouse.registry.OnRedis.NODE_1;
import static dev.gatehouse.registry.OnRedis.PLAYER;
import static dev.gatehouse.registry.OnRedis.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import dev.gatehouse.model.id.SessionId;
import dev.gatehouse.registry.connection.GameConnections;
import dev.gatehouse.registry.device.DeviceClaims;
import dev.gatehouse.registry.guest.GuestAccounts;
import dev.gatehouse.registry.journal.Append;
import dev.gatehouse.registry.journal.AppendResult;
import dev.gatehouse.registry.journal.AppendResult.Appended;
import dev.gatehouse.registry.journal.PlayerJournal;
import dev.gatehouse.registry.lease.Lease;
import dev.gatehouse.registry.lease.LeaseAnswer.Granted;
import dev.gatehouse.registry.lease.PlayerLeases;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.session.KeepResult;
import dev.gatehouse.registry.session.KeepResult.Kept;
import dev.gatehouse.registry.session.PlayerSessions;
import dev.gatehouse.registry.session.SessionRecord;
import dev.gatehouse.registry.session.WriteNumber;
import dev.gatehouse.registry.storage.UnsafeStorageException;
import dev.gatehouse.testing.RedisExtension;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.tracing.Tracing;
import io.micrometer.observation.ObservationRegistry;
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
import org.springframework.boot.data.redis.autoconfigure.observation.LettuceObservationAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
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
    void hasNoCommandObserved() {
        onRedis(REDIS.port())
                .withConfiguration(AutoConfigurations.of(LettuceObservationAutoConfiguration.class))
                .withBean(ObservationRegistry.class, ObservationRegistry::create)
                .run(context -> assertThat(
                                context.getBean(ClientResources.class).tracing())
                        .isEqualTo(Tracing.disabled()));
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
    @DisplayName("F21: where a replica is to have everything, nothing is acknowledged by a Redis that has none")
    void acknowledgesNothingThatNoReplicaHas() {
        onRedis(REDIS.port())
                .withPropertyValues(
                        "gatehouse.registry.durability=replicated", "gatehouse.registry.replica-timeout=50ms")
                .run(context -> {
                    var lease = claim(context);

                    var appended = append(context, lease);
                    var kept = keep(context, lease);

                    var unconfirmed = "no replica has it after 50 ms";
                    assertThat(appended)
                            .isInstanceOfSatisfying(
                                    AppendResult.Unconfirmed.class,
                                    unknown -> assertThat(unknown.cause()).hasStackTraceContaining(unconfirmed));
                    assertThat(kept)
                            .isInstanceOfSatisfying(
                                    KeepResult.Unconfirmed.class,
                                    unknown -> assertThat(unknown.cause()).hasStackTraceContaining(unconfirmed));
                });
    }

    @Test
    void acknowledgesWithoutAReplicaWhereNoneIsAskedFor() {
        onRedis(REDIS.port())
                .withPropertyValues("gatehouse.registry.durability=local")
                .run(context -> {
                    var lease = claim(context);

                    assertThat(append(context, lease)).isEqualTo(new Appended(2, 1));
                    assertThat(keep(context, lease)).isEqualTo(new Kept());
                });
    }

    @Test
    void saysWhatToChange() {
        var analysis = new UnsafeStorageAnalyzer().analyze(new UnsafeStorageException(List.of("Redis: forgets")));

        assertThat(analysis).isNotNull().satisfies(told -> {
            assertThat(told.getDescription()).contains("Redis: forgets");
            assertThat(told.getAction()).contains("gatehouse.registry.accept-data-loss");
        });
    }

    /// Which nobody's acknowledgement relies on.
    private static Lease claim(ApplicationContext context) throws Exception {
        var claimed = answer(context.getBean(PlayerLeases.class).claim(PLAYER, NODE_1, "a", LONG, null));
        return ((Granted) claimed).lease();
    }

    private static AppendResult append(ApplicationContext context, Lease lease) throws Exception {
        var append = new Append(lease, 1, List.of(ByteString.copyFromUtf8("entry 1")));
        return answer(context.getBean(PlayerJournal.class).append(List.of(append)))
                .getFirst();
    }

    private static KeepResult keep(ApplicationContext context, Lease lease) throws Exception {
        var session = new SessionRecord(new SessionId("s-1"), ByteString.copyFromUtf8("record"));
        return answer(
                context.getBean(PlayerSessions.class).store(lease, List.of(session), LONG, WriteNumber.beginning(1)));
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
