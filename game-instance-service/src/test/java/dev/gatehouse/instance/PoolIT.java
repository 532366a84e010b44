package dev.gatehouse.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.gameserver.GameServerException;
import dev.gatehouse.gameserver.PoolConfiguration;
import dev.gatehouse.gameserver.PoolConnection;
import dev.gatehouse.instance.pool.Pools;
import dev.gatehouse.localredis.line.CuttableLine;
import dev.gatehouse.model.codec.json.JsonCodec;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.model.partner.PartnerError;
import dev.gatehouse.model.partner.PoolServerMessage;
import dev.gatehouse.model.partner.PoolServerMessage.Join;
import dev.gatehouse.model.partner.PooledServer;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.ProviderException;
import dev.gatehouse.provider.ServerEnvironment;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PoolIT {

    @RegisterExtension
    static final SharedService SHARED = new SharedService();

    private static final JsonCodec<PoolServerMessage> MESSAGE = JsonCodec.of(PoolServerMessage.class);
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final ServiceUnderTest service = SHARED.get();
    private final HttpClient http = HttpClient.newHttpClient();
    private final GameServerProvider provider =
            service.bean(Pools.class).providers().getFirst();

    @Test
    void opensItsDoorToItsKeyAndToNothingElse(CapturedOutput output) {
        for (var key : List.of("", "another-key-of-more-than-32-characters", SharedService.POOL_KEY + "x")) {
            assertThatThrownBy(() -> new TestLink(http, url(port()), key))
                    .isInstanceOf(CompletionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            WebSocketHandshakeException.class,
                            refused -> assertThat(refused.getResponse().statusCode())
                                    .isEqualTo(401));
        }
        assertThatThrownBy(() -> PoolConnection.join(
                        new PoolConfiguration(url(port()), "another-key", "box", 1), _ -> {}, new SecureRandom()))
                .isInstanceOfSatisfying(GameServerException.class, refused -> {
                    assertThat(refused.error()).contains(PartnerError.UNAUTHENTICATED);
                    assertThat(refused).hasMessage("unauthenticated: The key is none of any pool's.");
                });
        assertThat(output).doesNotContain("another-key").doesNotContain(SharedService.POOL_KEY);
    }

    @Test
    void asksOtherNodesForTheKeyOfTheServices() throws Exception {
        var orders = service.url().resolve("/internal/v1/pools/main/servers/box/orders?withinMillis=1000");

        assertThat(service.post(orders, "{}").statusCode()).isEqualTo(401);
        assertThat(service.post(orders, "{}", service.operator(ServiceUnderTest.READ_AND_WRITE))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void saysWhatIsWrongWithAMessage() throws Exception {
        assertThat(reasonAfter("no json")).isEqualTo("malformed");
        assertThat(reasonAfter("{\"type\":\"leave\"}")).isEqualTo("unknown_request");
        assertThat(reasonAfter("{\"type\":\"report\",\"id\":\"1\",\"places\":1,\"room\":1}"))
                .isEqualTo("invalid_argument unknown: room");
        assertThat(reasonAfter("{\"type\":\"join\",\"id\":\"1\",\"name\":\"box\",\"places\":1,\"servers\":[]}"))
                .isEqualTo("invalid_argument missing: run");
        assertThat(reasonAfter("{\"type\":\"report\",\"id\":\"1\",\"places\":1001,\"servers\":[]}"))
                .startsWith("invalid_argument ")
                .contains("places: 1001 (expected: 0 to 1000)");
        assertThat(reasonAfter("{\"type\":\"report\",\"id\":\"1\",\"places\":1,\"servers\":[]}"))
                .isEqualTo("not_linked");
        assertThat(reasonAfter("\"" + "x".repeat(300_000) + "\"")).isEqualTo("too_large more than 262144 characters");
    }

    @Test
    void takesAPoolServerWithAThousandGameServers() throws Exception {
        var servers = IntStream.range(0, 1_000)
                .mapToObj(i -> new PooledServer(
                        new ServerId("gs-" + "0".repeat(28) + i), new InstanceId("gi-" + "0".repeat(28) + i)))
                .toList();
        try (var link = new TestLink(http, url(port()), SharedService.POOL_KEY)) {
            link.say(MESSAGE.encode(new Join("1", "box-full", "run", 1_000, servers)));

            assertThat(link.hear()).isEqualTo("{\"type\":\"heard\",\"id\":\"1\",\"reportMillis\":500,\"misses\":10}");
            assertThat(provider.list()).hasSize(1_000);
            assertThat(allocate("gs-more", WITHIN)).isInstanceOf(NoServer.class);
        }
    }

    @Test
    void givesANameToOneProcessAtATime() throws Exception {
        try (var _ = join("box-1", 1, port())) {
            assertThatThrownBy(() -> join("box-1", 1, port()))
                    .isInstanceOfSatisfying(
                            GameServerException.class,
                            refused -> assertThat(refused.error()).contains(PartnerError.ALREADY_LINKED));
        }

        await().until(() -> {
            try (var _ = join("box-1", 1, port())) {
                return true;
            } catch (GameServerException _) {
                return false;
            }
        });
    }

    @Test
    void freesAPlaceThatWasReservedInVain() throws Exception {
        var before = lapsed();
        try (var link = new TestLink(http, url(port()), SharedService.POOL_KEY)) {
            link.say(MESSAGE.encode(new Join("1", "box-mute", "run", 1, List.of())));
            link.hear();

            assertThatThrownBy(() -> allocate("gs-1", Duration.ofMillis(100))).isInstanceOf(ProviderException.class);
            assertThat(link.hear()).contains("\"serverId\":\"gs-1\"");
            assertThat(allocate("gs-2", WITHIN)).isEqualTo(new NoServer("no place is free"));

            await().until(() -> lapsed() > before);
            assertThatThrownBy(() -> allocate("gs-2", Duration.ofMillis(100))).isInstanceOf(ProviderException.class);
            assertThat(link.hear()).contains("\"serverId\":\"gs-2\"");
        }
    }

    @Test
    @DisplayName("a machine that dies without a word fails whoever asks it first; the others go where there is room")
    void asksAnotherPoolServerOnceOneDoesNotAnswer() throws Exception {
        try (var link = new TestLink(http, url(port()), SharedService.POOL_KEY);
                var box = join("box-well", 9, port())) {
            link.say(MESSAGE.encode(new Join("1", "box-mute", "run", 3, List.of())));
            link.hear();

            assertThatThrownBy(() -> allocate("gs-1", Duration.ofSeconds(1))).isInstanceOf(ProviderException.class);
            assertThat(link.hear()).contains("\"serverId\":\"gs-1\"");

            assertThat(allocate("gs-2", WITHIN)).isEqualTo(new Given("box-well/gs-2"));
            assertThat(box.running()).hasSize(1);
        }
    }

    @Test
    void forgetsAPoolServerThatIsNotHeardAndKnowsItAgainOnceItIs() throws Exception {
        try (var line = CuttableLine.to(port());
                var box = join("box-far", 4, line.port())) {
            var given = allocate("gs-1", WITHIN);
            assertThat(given).isEqualTo(new Given("box-far/gs-1"));

            line.mute();
            await().until(() -> provider.list().isEmpty());
            assertThat(allocate("gs-2", WITHIN)).isInstanceOf(NoServer.class);
            line.cut();

            await().until(() -> provider.list().size() == 1);
            assertThat(box.running()).hasSize(1);
            provider.deallocate(new ServerId("gs-1"));
            assertThat(box.running()).isEmpty();
        }
    }

    @Test
    void letsAPoolServerDrain() throws Exception {
        try (var box = join("box-1", 2, port())) {
            allocate("gs-1", WITHIN);

            var drained = box.drain(Duration.ofMinutes(1));

            await().until(() -> allocate("gs-2", WITHIN) instanceof NoServer);
            assertThat(drained).isNotDone();
            provider.deallocate(new ServerId("gs-1"));
            drained.get(10, TimeUnit.SECONDS);
        }
    }

    private String reasonAfter(String message) throws Exception {
        try (var link = new TestLink(http, url(port()), SharedService.POOL_KEY)) {
            link.say(message);
            return link.closed().get(10, TimeUnit.SECONDS);
        }
    }

    private static PoolConnection join(String name, int places, int port) {
        return PoolConnection.join(
                new PoolConfiguration(url(port), SharedService.POOL_KEY, name, places),
                _ -> new CountDownLatch(1).await(),
                new SecureRandom());
    }

    private Answer allocate(String server, Duration within) {
        var id = new ServerId(server);
        var instance = new InstanceId("gi-of-" + server);
        return provider.allocate(new Allocation(
                id,
                instance,
                new GameId("goldrush"),
                null,
                within,
                () -> new ServerEnvironment(url(port()), "social", "game", instance, id)));
    }

    private double lapsed() {
        return service.bean(MeterRegistry.class)
                .counter("gatehouse.instance.pool.lapsed", "pool", SharedService.POOL)
                .count();
    }

    private int port() {
        return service.url().getPort();
    }

    private static URI url(int port) {
        return URI.create("ws://127.0.0.1:" + port);
    }
}
