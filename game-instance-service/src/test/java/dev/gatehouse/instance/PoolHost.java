package dev.gatehouse.instance;

import static org.awaitility.Awaitility.await;

import dev.gatehouse.gameserver.GameServerConfiguration;
import dev.gatehouse.gameserver.PoolConfiguration;
import dev.gatehouse.gameserver.PoolConnection;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.GameServerProvider;
import dev.gatehouse.provider.RunningServer;
import dev.gatehouse.providerkit.TestHost;
import dev.gatehouse.providerkit.http.HttpStandIn;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Two pool servers of this process with the SDK, joined over real sockets. Their games do nothing
/// until they are ended.
final class PoolHost implements TestHost {

    private static final int BOXES = 2;
    private static final AtomicInteger HOSTS = new AtomicInteger();

    private final GameServerProvider provider;
    private final @Nullable HttpStandIn line;
    private final Map<ServerId, Game> games = new ConcurrentHashMap<>();
    private final List<PoolConnection> boxes;

    private record Game(GameServerConfiguration configuration, CountDownLatch end) {}

    /// @param line lies between the provider and the node that the pool servers join; absent where they are one
    PoolHost(ServiceUnderTest service, GameServerProvider provider, @Nullable HttpStandIn line) {
        this.provider = provider;
        this.line = line;
        int host = HOSTS.incrementAndGet();
        boxes = IntStream.range(0, BOXES)
                .mapToObj(box -> join(service, "box-%d-%d".formatted(host, box)))
                .toList();
    }

    private PoolConnection join(ServiceUnderTest service, String name) {
        var url = URI.create("ws://127.0.0.1:" + service.url().getPort());
        var configuration = new PoolConfiguration(url, SharedService.POOL_KEY, name, CAPACITY / BOXES);
        return PoolConnection.join(configuration, this::play, new SecureRandom());
    }

    private void play(GameServerConfiguration server) throws InterruptedException {
        var game = new Game(server, new CountDownLatch(1));
        games.put(server.serverId(), game);
        game.end().await();
    }

    @Override
    public GameServerProvider provider() {
        return provider;
    }

    @Override
    public List<ServerId> running() {
        return boxes.stream()
                .flatMap(box -> box.running().stream())
                .map(server -> server.serverId())
                .toList();
    }

    @Override
    public Map<String, String> environmentOf(ServerId server) {
        var configuration = game(server).configuration();
        return Map.of(
                "GATEHOUSE_PARTNER_URL", configuration.partnerUrl().toString(),
                "GATEHOUSE_SOCIAL_TOKEN", configuration.socialToken(),
                "GATEHOUSE_GAME_TOKEN", configuration.gameToken(),
                "GATEHOUSE_GAME_INSTANCE_ID", configuration.instanceId().value(),
                "GATEHOUSE_SERVER_ID", configuration.serverId().value());
    }

    /// Waits until its pool server has said so.
    @Override
    public void crash(ServerId server) {
        game(server).end().countDown();
        await().until(() ->
                provider.list().stream().map(RunningServer::serverId).noneMatch(server::equals));
    }

    @Override
    public Optional<Line> line() {
        return Optional.ofNullable(line);
    }

    /// The pool servers say that their games are over before they leave: the pool is empty for the next ones.
    @Override
    public void close() {
        for (PoolConnection box : boxes) {
            box.shutdown(ServiceUnderTest.SOON);
        }
        await().until(() -> provider.list().isEmpty());
        if (line != null) {
            line.close();
        }
    }

    private Game game(ServerId server) {
        await().until(() -> games.containsKey(server));
        return Objects.requireNonNull(games.get(server));
    }
}
