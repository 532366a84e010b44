package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.gameserver.GameServerConnection;
import dev.gatehouse.gameserver.GameServerException;
import dev.gatehouse.gameserver.NewInstance;
import dev.gatehouse.instance.life.InstanceStore;
import dev.gatehouse.localredis.LocalRedis;
import dev.gatehouse.localredis.RedisOptions;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.lifecycle.InstanceState;
import dev.gatehouse.registry.instance.GameInstances;
import dev.gatehouse.registry.instance.GameInstances.Change;
import dev.gatehouse.registry.instance.LinkTerm;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What may come from one game server, by a service on a Redis of its own.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OffspringIT {

    private static final int MOST = 3;
    private static final String COUNTED = "gh:{gs:*}:offspring";
    private static final String TOO_MANY = "too_many_instances";
    private static final InstantSource TIME = InstantSource.system();

    private final ServersAtOnce servers = new ServersAtOnce();
    private final List<GameServerConnection> links = new ArrayList<>();
    private LocalRedis redis;
    private ServiceUnderTest service;
    private RedisClient client;
    private RedisCommands<String, String> inside;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        redis = LocalRedis.start(LocalRedis.freePort(), folder, RedisOptions.APPEND_ONLY);
        service = new ServiceUnderTest(
                folder,
                redis.port(),
                "false",
                Map.of(
                        "gatehouse.instances.default-provider",
                        ServersAtOnce.NAME,
                        "gatehouse.instances.offspring",
                        Integer.toString(MOST)),
                Map.of("servers", servers));
        service.announce();
        client = RedisClient.create("redis://127.0.0.1:" + redis.port());
        inside = client.connect().sync();
    }

    @AfterAll
    void stop() {
        client.shutdown();
        service.close();
        redis.close();
        servers.close();
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        for (JsonNode each : service.read("?gameId=goldrush")) {
            service.post(
                    service.api("/" + each.get("id").stringValue() + "/end"),
                    "{}",
                    service.operator(ServiceUnderTest.READ_AND_WRITE));
        }
        links.forEach(GameServerConnection::close);
        links.clear();
        await().atMost(ServiceUnderTest.SOON)
                .untilAsserted(() -> assertThat(inside.keys("*"))
                        .filteredOn(key -> !key.startsWith("gh:{nodes}"))
                        .allMatch(key -> key.matches("gh:\\{(gi|host|g):[^}]+}:(instance|heard|instances)")));
    }

    @Test
    @DisplayName("of many that a server asks for at once it gets as many as may be, and more when one of them is over")
    void givesAServerSoManyAtATime() throws Exception {
        var root = root("at-once");
        double refusedBefore = refusals();

        var answers = createAtOnce(root, 20);

        assertThat(answers).filteredOn(TOO_MANY::equals).hasSize(20 - MOST);
        var made = answers.stream().filter(answer -> !answer.equals(TOO_MANY)).toList();
        assertThat(made).hasSize(MOST);
        assertThat(refusals() - refusedBefore).isEqualTo(20 - MOST);

        service.call("/" + made.getFirst() + "/end", "{}", 200);
        assertThat(create(root, "one-more")).isNotEqualTo(TOO_MANY);
        assertThat(create(root, "and-another")).isEqualTo(TOO_MANY);
    }

    @Test
    @DisplayName("a refusal says that the same request is good later, and it is")
    void saysThatItMayBeAskedAgain() throws Exception {
        var root = root("retry");
        var made = createAtOnce(root, MOST);

        assertThatExceptionOfType(GameServerException.class)
                .isThrownBy(() -> root.createInstance(wish("later")))
                .returns(TOO_MANY, GameServerException::code)
                .returns(true, GameServerException::isRetryable);
        service.call("/" + made.getFirst() + "/end", "{}", 200);

        assertThat(create(root, "later")).isNotEqualTo(TOO_MANY);
    }

    @Test
    @DisplayName("what a created instance's server creates counts for the server that was at the beginning")
    void countsAChainForItsRoot() throws Exception {
        var link = root("chain");
        for (int i = 0; i < MOST; i++) {
            link = linked(link.createInstance(wish("chain-" + i)));
        }

        assertThat(create(link, "chain-on")).isEqualTo(TOO_MANY);
    }

    @Test
    @DisplayName("an instance whose server is never heard again counts no more once it is lost")
    void countsNoneThatIsLost() throws Exception {
        var root = root("lost");
        var lost = createAtOnce(root, MOST);

        for (String each : lost) {
            service.awaitState(each, "terminated");
        }

        assertThat(create(root, "after-the-loss")).isNotEqualTo(TOO_MANY);
    }

    @Test
    @DisplayName("a backend creates what it likes")
    void countsNothingOfABackend() throws Exception {
        for (int i = 0; i <= MOST; i++) {
            root("backend-" + i);
        }
        assertThat(inside.keys(COUNTED)).isEmpty();
    }

    @Test
    @DisplayName("one that was counted and never stored is found out when there are as many as may be")
    void countsNoneForLongThatWasNeverStored() throws Exception {
        var root = root("never-stored");
        createAtOnce(root, MOST - 1);
        // As a service leaves it that dies between the two, long ago.
        inside.zadd(inside.keys(COUNTED).getFirst(), 1, "gi-never-stored");

        assertThat(create(root, "in-its-place")).isNotEqualTo(TOO_MANY);
        assertThat(create(root, "one-too-many")).isEqualTo(TOO_MANY);
    }

    @Test
    @DisplayName("of a service that dies as an instance is over another one sees that it counts no more")
    void countsNoneWhoseEndWasCutShort() throws Exception {
        var root = root("cut-short");
        var id = new InstanceId(createAtOnce(root, 1).getFirst());
        var instances = service.bean(GameInstances.class);
        var live = instances.load(id).toCompletableFuture().get().orElseThrow();
        var ended = live.instance().in(InstanceState.ENDED, TIME.instant(), "cut short");

        assertThat(instances
                        .change(live, ended, new LinkTerm.Any())
                        .toCompletableFuture()
                        .get())
                .isInstanceOf(Change.Done.class);

        await().atMost(ServiceUnderTest.SOON).until(() -> inside.keys(COUNTED).isEmpty());
    }

    @Test
    @DisplayName("a key that is taken by another instance counts nothing")
    void countsNothingForAKeyThatIsTaken() throws Exception {
        var root = root("key-taken");
        for (int i = 0; i <= MOST; i++) {
            service.create("taken-" + i, "alice");
            assertThat(create(root, "taken-" + i)).isEqualTo("idempotency_key_taken");
        }

        assertThat(createAtOnce(root, MOST)).doesNotContain(TOO_MANY);
    }

    /// The link of a server that was allocated for an operator.
    private GameServerConnection root(String key) throws Exception {
        var id = new InstanceId(service.create(key, "alice").get("id").stringValue());
        servers.running(id).get().close();
        await().atMost(ServiceUnderTest.SOON)
                .until(() ->
                        service.bean(InstanceStore.class).load(id).orElseThrow().link() == null);
        return linked(servers.given(id));
    }

    private GameServerConnection linked(GameServerConfiguration with) {
        var link = GameServerConnection.connect(with, TIME, new SecureRandom());
        links.add(link);
        link.link("127.0.0.1", 7777, 16);
        return link;
    }

    private static List<String> createAtOnce(GameServerConnection link, int count) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.invokeAll(IntStream.range(0, count)
                    .<Callable<String>>mapToObj(
                            i -> () -> create(link, link.configuration().instanceId() + "/" + i))
                    .toList());
            var answers = new ArrayList<String>();
            for (var each : asked) {
                answers.add(each.get());
            }
            return answers;
        }
    }

    /// @return the id of what was made, or why nothing was
    private static String create(GameServerConnection link, String key) {
        try {
            return link.createInstance(wish(key)).instanceId().value();
        } catch (GameServerException e) {
            return e.code();
        }
    }

    private static NewInstance wish(String key) {
        return new NewInstance(key, "127.0.0.1", 7777, 16);
    }

    private double refusals() {
        var counter = service.bean(MeterRegistry.class)
                .find("gatehouse.instance.creations")
                .tag("result", TOO_MANY)
                .counter();
        return counter == null ? 0 : counter.count();
    }
}
