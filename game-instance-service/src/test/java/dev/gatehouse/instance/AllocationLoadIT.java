package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import dev.gatehouse.localredis.line.CuttableLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long an instance takes from its request until it runs, with a provider that answers at once.
class AllocationLoadIT {

    /// More than all that a service does by itself between two round trips.
    private static final Duration FAR = Duration.ofMillis(60);

    private static final int MOST_ROUND_TRIPS = 4;
    private static final int ONE_BY_ONE = 10;
    private static final int INSTANCES = Integer.getInteger("gatehouse.load.instances", 50);
    private static final int AT_ONCE = Integer.getInteger("gatehouse.load.at-once", 20);

    @TempDir
    private Path folder;

    @Test
    @DisplayName("an instance runs at most four round trips to Redis after its request")
    void runsSoon() throws Exception {
        try (var redis = LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.APPEND_ONLY);
                var line = CuttableLine.to(redis.port());
                var servers = new ServersAtOnce();
                var service = new ServiceUnderTest(
                        folder,
                        line.port(),
                        "false",
                        Map.of("gatehouse.instances.default-provider", ServersAtOnce.NAME),
                        Map.of("servers", servers))) {
            service.announce();
            var load = new AllocationLoad(service, servers);
            load.make(INSTANCES, AT_ONCE);
            var many = load.make(INSTANCES, AT_ONCE);
            var near = load.make(ONE_BY_ONE, 1).at(0);

            line.delay(FAR.dividedBy(2));
            var far = load.make(ONE_BY_ONE, 1).at(0);

            double roundTrips = (double) far.minus(near).toNanos() / FAR.toNanos();
            System.out.printf(
                    "allocation: %d instances, %d at once: %.0f a second, p50 %d ms, p99 %d ms; alone %.1f ms, with %d ms to Redis %.1f ms: %.1f round trips%n",
                    INSTANCES,
                    AT_ONCE,
                    many.perSecond(),
                    many.at(0.5).toMillis(),
                    many.at(0.99).toMillis(),
                    near.toNanos() / 1e6,
                    FAR.toMillis(),
                    far.toNanos() / 1e6,
                    roundTrips);
            assertThat(roundTrips).isLessThan(MOST_ROUND_TRIPS + 0.5);
        }
    }
}
