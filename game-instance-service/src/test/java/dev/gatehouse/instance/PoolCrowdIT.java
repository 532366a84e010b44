package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.gameserver.GameServerConnection;
import dev.gatehouse.gameserver.PoolConfiguration;
import dev.gatehouse.gameserver.PoolConnection;
import dev.gatehouse.instance.partner.LiveServers;
import dev.gatehouse.instance.pool.Pools;
import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import dev.gatehouse.localredis.line.CuttableLine;
import io.lettuce.core.RedisClient;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// As many instances at once as a pool has places.
class PoolCrowdIT {

    private static final String POOL = "main";
    private static final String KEY = "a-pool-key-of-more-than-32-characters";
    private static final int POOL_SERVERS = 10;
    private static final int PLACES = 50;
    private static final int INSTANCES = POOL_SERVERS * PLACES;
    private static final long MOST_SECONDS = 60;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// As a service comes, so that no more than 200 of the instances may ask the pool at once.
    private static final Map<String, String> SETTINGS =
            Map.of("gatehouse.instances.provider.pool.keys." + POOL, KEY, "gatehouse.instances.default-provider", POOL);

    @TempDir
    private Path folder;

    private final CountDownLatch playing = new CountDownLatch(INSTANCES);
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    /// Between the game servers and the service; set before one is started.
    private URI line = URI.create("ws://unset");

    @Test
    @DisplayName("500 instances at once on a pool: created, linked, played, ended, and nothing is left but history;"
            + " F59: all their links are cut at once, and all are back within the time for silence")
    void playsFiveHundredInstancesAtOnce() throws Exception {
        try (var redis = LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.APPEND_ONLY);
                var service = new ServiceUnderTest(folder, redis.port(), "false", SETTINGS)) {
            service.announce();
            try (var links = CuttableLine.to(service.url().getPort())) {
                line = URI.create("ws://127.0.0.1:" + links.port());
                var boxes = IntStream.range(0, POOL_SERVERS)
                        .mapToObj(number -> join(service, number))
                        .toList();
                playOn(service, boxes, links);
                boxes.forEach(PoolConnection::close);
            }
            showThatOnlyHistoryIsLeft(redis);
        }
    }

    private void playOn(ServiceUnderTest service, List<PoolConnection> boxes, CuttableLine links) throws Exception {
        long begun = System.nanoTime();
        var ids = create(service);
        long created = System.nanoTime();
        assertThat(playing.await(MOST_SECONDS, TimeUnit.SECONDS))
                .as(playing.getCount() + " do not play")
                .isTrue();
        long played = System.nanoTime();
        assertThat(boxes).allSatisfy(box -> assertThat(box.running()).hasSize(PLACES));
        assertThat(stateOf(service, ids.getLast())).isEqualTo("running");
        cut(links, service.bean(LiveServers.class));

        long toldToEnd = System.nanoTime();
        mayEnd.countDown();
        for (PoolConnection box : boxes) {
            box.drain(Duration.ofSeconds(MOST_SECONDS)).get(MOST_SECONDS, TimeUnit.SECONDS);
        }
        long ended = System.nanoTime();
        System.out.printf(
                "pool: %d instances on %d pool servers: created in %d ms, all playing after %d ms, all ended %d ms later%n",
                INSTANCES, POOL_SERVERS, millis(begun, created), millis(begun, played), millis(toldToEnd, ended));
        for (String id : ids) {
            assertThat(stateOf(service, id)).isEqualTo("ended"); // And not given up for its lost link.
        }
        var provider = service.bean(Pools.class).providers().getFirst();
        await().until(() -> provider.list().isEmpty());
    }

    private static void cut(CuttableLine links, LiveServers servers) {
        var before = Set.copyOf(servers.links());
        assertThat(before).hasSize(INSTANCES);

        long cut = System.nanoTime();
        links.cut();

        await().atMost(Duration.ofSeconds(15))
                .until(() -> servers.links().stream()
                                .filter(link -> !before.contains(link))
                                .count()
                        == INSTANCES);
        System.out.printf(
                "F59: %d links cut at once, 100 %% are back after %d ms%n", INSTANCES, millis(cut, System.nanoTime()));
    }

    private PoolConnection join(ServiceUnderTest service, int number) {
        var url = URI.create("ws://127.0.0.1:" + service.url().getPort());
        var configuration = new PoolConfiguration(url, KEY, "crowd-" + number, PLACES);
        return PoolConnection.join(configuration, this::play, new SecureRandom());
    }

    private void play(GameServerConfiguration configuration) throws InterruptedException {
        var overTheLine = new GameServerConfiguration(
                line,
                configuration.socialToken(),
                configuration.gameToken(),
                configuration.instanceId(),
                configuration.serverId());
        try (var server = GameServerConnection.connect(overTheLine, InstantSource.system(), new SecureRandom())) {
            server.link("127.0.0.1", 7777, 16);
            server.connectPlayers(server.now().waiting());
            playing.countDown();
            mayEnd.await();
            server.end("all have played");
        }
    }

    private static List<String> create(ServiceUnderTest service) throws Exception {
        var operator = service.operator(ServiceUnderTest.READ_AND_WRITE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, INSTANCES)
                    .mapToObj(i -> threads.submit(creation(service, i, operator)))
                    .toList();
            var ids = new ArrayList<String>();
            for (Future<HttpResponse<String>> each : asked) {
                var response = each.get();
                assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
                ids.add(JSON.readTree(response.body()).get("id").stringValue());
            }
            return ids;
        }
    }

    private static Callable<HttpResponse<String>> creation(ServiceUnderTest service, int number, String[] operator) {
        var body = ServiceUnderTest.creation("crowd-" + number, "player-" + number);
        return () -> service.post(service.api(""), body, operator);
    }

    private static void showThatOnlyHistoryIsLeft(LocalRedis redis) {
        try (var client = RedisClient.create("redis://127.0.0.1:" + redis.port())) {
            var commands = client.connect().sync();
            await().until(() -> commands.exists("gh:{instances}:look-at") == 0);
            var keys = commands.keys("*");
            assertThat(keys)
                    .filteredOn(key -> key.startsWith("gh:{pool:"))
                    .isSubsetOf("gh:{pool:main}:heard", "gh:{pool:main}:records", "gh:{pool:main}:free");
            assertThat(keys)
                    .filteredOn(key -> !key.startsWith("gh:{pool:") && !key.startsWith("gh:{nodes}"))
                    .hasSizeGreaterThan(INSTANCES)
                    .allSatisfy(key -> {
                        assertThat(key).matches("gh:\\{(gi|host|g):[^}]+}:(instance|heard|instances)");
                        assertThat(commands.pttl(key)).isNotEqualTo(-1); // It is for a while.
                    });
        }
    }

    private static String stateOf(ServiceUnderTest service, String id) throws Exception {
        return service.read("/" + id).get("state").stringValue();
    }

    private static long millis(long from, long to) {
        return TimeUnit.NANOSECONDS.toMillis(to - from);
    }
}
