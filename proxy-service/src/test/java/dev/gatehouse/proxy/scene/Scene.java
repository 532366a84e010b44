package dev.gatehouse.proxy.scene;

import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.NodeId;
import dev.gatehouse.proxy.ProxyApplication;
import dev.gatehouse.proxy.link.SessionNodes;
import dev.gatehouse.proxy.routing.LiveNodes;
import dev.gatehouse.registry.node.HostedGame;
import dev.gatehouse.registry.node.NodeDirectory;
import dev.gatehouse.registry.node.NodeRecord;
import dev.gatehouse.registry.node.NodeRole;
import dev.gatehouse.testing.RedisExtension;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// A running proxy with a real Redis and one linked node that hosts goldrush.
public final class Scene implements AutoCloseable {

    private static final HostedGame GOLDRUSH = new HostedGame(new GameId("goldrush"), 2, 4, true, false, false);
    private static final HostedGame SQUARE = new HostedGame(new GameId("square"), 2, 4, false, true, false);

    public final FakeNode node = new FakeNode();

    private final ConfigurableApplicationContext context;

    /// Each announcement differs from those before, so that the proxy can be seen to have heard of it.
    private int announcements;

    private @Nullable NodeRecord announced;

    private List<HostedGame> games = List.of(GOLDRUSH);

    private Scene(RedisExtension redis, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "server.port=0",
                "management.server.port=0",
                "spring.data.redis.host=127.0.0.1",
                "gatehouse.registry.accept-data-loss=true",
                "spring.data.redis.port=" + redis.port(),
                "gatehouse.proxy.link.watch-interval=100ms",
                "gatehouse.service-key=" + Base64.getEncoder().encodeToString(new byte[32]),
                "gatehouse.proxy.tokens.issuers[0].issuer=" + TestKeys.ISSUER,
                "gatehouse.proxy.tokens.issuers[0].jwks=" + TestKeys.keySet()));
        if (Arrays.stream(settings).noneMatch(setting -> setting.startsWith("gatehouse.proxy.drain"))) {
            all.addAll(List.of("gatehouse.proxy.drain.window=100ms", "gatehouse.proxy.drain.grace=100ms"));
        }
        all.addAll(Arrays.asList(settings));
        context = new SpringApplicationBuilder(ProxyApplication.class)
                .run(all.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    /// Ready for players.
    public static Scene start(RedisExtension redis, String... settings) {
        var scene = new Scene(redis, settings);
        scene.announce();
        scene.awaitLink();
        return scene;
    }

    public static Scene startWithoutNodes(RedisExtension redis, String... settings) {
        return new Scene(redis, settings);
    }

    /// Announces the node anew, for a registry that has been emptied since.
    public void announce() {
        var http = "http://127.0.0.1:" + ++announcements;
        announced = new NodeRecord(new NodeId("session-1"), NodeRole.SESSION, node.linkUrl(), http, games);
        bean(NodeDirectory.class)
                .announce(announced, Duration.ofMinutes(5))
                .toCompletableFuture()
                .join();
    }

    /// From here on the node hosts square as well, which admits clients without a token.
    public void hostSquare() {
        games = List.of(GOLDRUSH, SQUARE);
        announce();
        awaitLink();
    }

    /// Announces another node, and waits for the link to it.
    public void join(String id, FakeNode other) {
        var record = new NodeRecord(new NodeId(id), NodeRole.SESSION, other.linkUrl(), "http://127.0.0.1:1", games);
        bean(NodeDirectory.class)
                .announce(record, Duration.ofMinutes(5))
                .toCompletableFuture()
                .join();
        Awaitility.await()
                .until(() -> bean(SessionNodes.class).linked(record.id()).isPresent());
    }

    /// Until the proxy knows of the last announcement and has its link.
    public void awaitLink() {
        Awaitility.await()
                .until(() -> bean(SessionNodes.class).any()
                        && bean(LiveNodes.class).now().nodes().contains(announced));
    }

    public int port() {
        return port("local.server.port");
    }

    public int managementPort() {
        return port("local.management.port");
    }

    public TestClient connect() {
        return TestClient.connect(port());
    }

    /// A client whose session is open.
    public TestClient play(String player, String device) throws InterruptedException {
        var client = connect();
        client.expect("server-hello");
        client.send(hello(player, device));
        client.expect("session-started");
        return client;
    }

    public static String hello(String player, String device) {
        return helloWith(TestKeys.token(player, Duration.ofMinutes(5)), device);
    }

    public static String helloWith(String token, String device) {
        return """
                {"type":"hello","protocol":1,"gameId":"goldrush","token":"%s","deviceToken":"%s",\
                "client":{"version":"1.4.2","logicVersion":3,"patchVersion":0,"platform":"web","commitId":null},\
                "resume":null}""".formatted(token, device);
    }

    /// Of a client that has no token, and no device.
    public static String helloOfNobody() {
        return """
                {"type":"hello","protocol":1,"gameId":"square",\
                "client":{"version":"1.4.2","logicVersion":3,"patchVersion":0,"platform":"web"}}""";
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
        node.close();
    }

    private int port(String property) {
        return context.getEnvironment().getRequiredProperty(property, Integer.class);
    }
}
