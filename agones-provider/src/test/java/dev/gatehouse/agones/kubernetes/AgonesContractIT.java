package dev.gatehouse.agones.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.agones.AgonesExamples;
import dev.gatehouse.agones.AgonesProperties;
import dev.gatehouse.agones.AgonesProperties.CounterBounds;
import dev.gatehouse.agones.AgonesProperties.Kind;
import dev.gatehouse.agones.AgonesProperties.ListBounds;
import dev.gatehouse.agones.AgonesProperties.Order;
import dev.gatehouse.agones.AgonesProperties.PriorityProperties;
import dev.gatehouse.agones.AgonesProperties.SelectorProperties;
import dev.gatehouse.agones.kubernetes.FleetServer.Counter;
import dev.gatehouse.agones.kubernetes.FleetServer.Listed;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.ServerEnvironment;
import dev.gatehouse.providerkit.GameServerProviderContract;
import dev.gatehouse.providerkit.TestHost;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AgonesContractIT implements GameServerProviderContract {

    private static final ServerId SERVER = new ServerId("gs-1");
    private static final InstanceId INSTANCE = new InstanceId("gi-1");

    @Override
    public TestHost start() throws IOException {
        return new ScriptedCluster();
    }

    @Test
    void asksAgainWhereOthersWereQuicker() throws Exception {
        try (var cluster = new ScriptedCluster()) {
            cluster.letOthersBeQuicker(2);

            assertThat(cluster.provider().allocate(allocation())).isInstanceOf(Given.class);
        }
    }

    @Test
    void givesUpWhereOthersAreAlwaysQuicker() throws Exception {
        try (var cluster = new ScriptedCluster()) {
            cluster.letOthersBeQuicker(3);

            assertThat(cluster.provider().allocate(allocation()))
                    .isEqualTo(new NoServer("others were quicker 3 times"));
            assertThat(cluster.running()).isEmpty();
        }
    }

    @Test
    void takesWhatTheSecondSelectorFindsWhereTheFirstFindsNone() throws Exception {
        var selectors = List.of(fleet("large"), fleet("small"));
        try (var cluster = new ScriptedCluster(settings(selectors, List.of()))) {
            cluster.add("other-1", labels("other"), Map.of(), Map.of());
            cluster.add("small-1", labels("small"), Map.of(), Map.of());

            assertThat(cluster.provider().allocate(allocation())).isEqualTo(new Given("uid-of-small-1"));
            assertThat(cluster.provider().allocate(allocation(new ServerId("gs-2"))))
                    .isEqualTo(new NoServer("no game server is ready"));

            cluster.add("small-2", labels("small"), Map.of(), Map.of());
            cluster.add("large-1", labels("large"), Map.of(), Map.of());
            assertThat(cluster.provider().allocate(allocation(new ServerId("gs-3"))))
                    .isEqualTo(new Given("uid-of-large-1"));
        }
    }

    @Test
    void takesTheServerThatHasRoomAndCountsTheGame() throws Exception {
        var roomy = new SelectorProperties(
                null, Map.of(), Map.of("players", new CounterBounds(null, 8L, 8L, null)), Map.of());
        try (var cluster = new ScriptedCluster(settings(List.of(roomy), List.of()))) {
            cluster.add("uncounted", Map.of(), Map.of(), Map.of());
            cluster.add("full", Map.of(), Map.of("players", new Counter(8, 15)), Map.of());
            cluster.add("busy", Map.of(), Map.of("players", new Counter(9, 100)), Map.of());
            cluster.add(
                    "roomy", Map.of(), Map.of("players", new Counter(8, 16), "rounds", new Counter(3, 9)), Map.of());

            assertThat(cluster.provider().allocate(allocation())).isEqualTo(new Given("uid-of-roomy"));

            assertThat(cluster.taken(SERVER).counters()).containsEntry("rounds", new Counter(4, 9));
            assertThat(cluster.provider().allocate(allocation(new ServerId("gs-2"))))
                    .isInstanceOf(NoServer.class);
        }
    }

    @Test
    void takesTheServerThatListsTheMapAndAddsTheInstance() throws Exception {
        var canyon =
                new SelectorProperties(null, Map.of(), Map.of(), Map.of("maps", new ListBounds("canyon", 1L, null)));
        try (var cluster = new ScriptedCluster(settings(List.of(canyon), List.of()))) {
            cluster.add("forest", Map.of(), Map.of(), Map.of("maps", new Listed(List.of("forest"), 2)));
            cluster.add("no-room", Map.of(), Map.of(), Map.of("maps", new Listed(List.of("canyon"), 1)));
            cluster.add(
                    "canyon",
                    Map.of(),
                    Map.of(),
                    Map.of("maps", new Listed(List.of("canyon"), 2), "instances", new Listed(List.of(), 1)));

            assertThat(cluster.provider().allocate(allocation())).isEqualTo(new Given("uid-of-canyon"));

            assertThat(cluster.taken(SERVER).lists()).containsEntry("instances", new Listed(List.of("gi-1"), 1));
        }
    }

    @Test
    void takesFirstWhatThePrioritiesSay() throws Exception {
        var priorities = List.of(
                new PriorityProperties(Kind.COUNTER, "players", Order.DESCENDING),
                new PriorityProperties(Kind.LIST, "maps", Order.ASCENDING));
        try (var cluster = new ScriptedCluster(settings(List.of(), priorities))) {
            cluster.add("uncounted", Map.of(), Map.of(), Map.of());
            cluster.add("small", Map.of(), counted(4), Map.of());
            cluster.add("large", Map.of(), counted(16), Map.of("maps", new Listed(List.of(), 3)));
            cluster.add("large-and-tight", Map.of(), counted(16), Map.of("maps", new Listed(List.of(), 1)));

            var taken = Stream.of("gs-1", "gs-2", "gs-3", "gs-4")
                    .map(id -> cluster.provider().allocate(allocation(new ServerId(id))))
                    .toList();

            assertThat(taken)
                    .containsExactly(
                            new Given("uid-of-large-and-tight"),
                            new Given("uid-of-large"),
                            new Given("uid-of-small"),
                            new Given("uid-of-uncounted"));
        }
    }

    private static Map<String, Counter> counted(int capacity) {
        return Map.of("players", new Counter(0, capacity));
    }

    private static AgonesProperties settings(List<SelectorProperties> selectors, List<PriorityProperties> priorities) {
        return AgonesExamples.of(
                selectors, priorities, Map.of("rounds", 1L), List.of("instances"), Duration.ofSeconds(10));
    }

    private static SelectorProperties fleet(String name) {
        return new SelectorProperties(name, Map.of(), Map.of(), Map.of());
    }

    private static Map<String, String> labels(String fleet) {
        return Map.of("agones.dev/fleet", fleet);
    }

    private static Allocation allocation() {
        return allocation(SERVER);
    }

    private static Allocation allocation(ServerId server) {
        var environment = new ServerEnvironment(
                URI.create("ws://127.0.0.1:8082"), "social-secret", "game-secret", INSTANCE, server);
        return new Allocation(
                server, INSTANCE, new GameId("goldrush"), null, Duration.ofSeconds(10), () -> environment);
    }
}
