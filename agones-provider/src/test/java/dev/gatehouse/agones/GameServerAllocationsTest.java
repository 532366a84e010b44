package dev.gatehouse.agones;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.agones.AgonesProperties.CounterBounds;
import dev.gatehouse.agones.AgonesProperties.Kind;
import dev.gatehouse.agones.AgonesProperties.ListBounds;
import dev.gatehouse.agones.AgonesProperties.Order;
import dev.gatehouse.agones.AgonesProperties.PriorityProperties;
import dev.gatehouse.agones.AgonesProperties.SelectorProperties;
import dev.gatehouse.model.id.GameId;
import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.ServerEnvironment;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GameServerAllocationsTest {

    private static final InstanceId INSTANCE = new InstanceId("gi-1");
    private static final ServerId SERVER = new ServerId("gs-1");

    private static final SelectorProperties FIRST = new SelectorProperties(
            "large",
            Map.of("region", "us-east"),
            Map.of("players", new CounterBounds(null, null, 8L, null)),
            Map.of("maps", new ListBounds("canyon", null, null)));
    private static final SelectorProperties SECOND = new SelectorProperties("small", Map.of(), Map.of(), Map.of());
    private static final SelectorProperties WEST =
            new SelectorProperties(null, Map.of("region", "eu-west"), Map.of(), Map.of());

    private static final AgonesProperties SETTINGS = new AgonesProperties(
            true,
            URI.create("https://127.0.0.1"),
            Path.of("account"),
            "games",
            "gatehouse",
            List.of(FIRST, SECOND),
            Map.of("eu-west", List.of(WEST)),
            List.of(new PriorityProperties(Kind.COUNTER, "players", Order.DESCENDING)),
            Map.of("rounds", 1L),
            List.of("instances"),
            Duration.ofSeconds(5));

    @Test
    void writesSelectorsInTheirOrderWithCountersAndLists() {
        assertThat(spec(SETTINGS, null))
                .containsEntry(
                        "selectors",
                        List.of(
                                Map.of(
                                        "matchLabels", Map.of("agones.dev/fleet", "large", "region", "us-east"),
                                        "gameServerState", "Ready",
                                        "counters", Map.of("players", Map.of("minAvailable", 8L)),
                                        "lists", Map.of("maps", Map.of("containsValue", "canyon"))),
                                Map.of("matchLabels", Map.of("agones.dev/fleet", "small"), "gameServerState", "Ready")))
                .containsEntry(
                        "priorities", List.of(Map.of("type", "Counter", "key", "players", "order", "Descending")))
                .containsEntry("counters", Map.of("rounds", Map.of("action", "Increment", "amount", 1L)))
                .containsEntry("lists", Map.of("instances", Map.of("addValues", List.of("gi-1"))));
    }

    @Test
    void marksTheServerWithItsIdAndWhatItNeeds() {
        assertThat(spec(SETTINGS, null))
                .containsEntry(
                        "metadata",
                        Map.of(
                                "labels",
                                Map.of("gatehouse.dev/suite", "gatehouse", "gatehouse.dev/server-id", "gs-1"),
                                "annotations",
                                Map.of(
                                        "gatehouse.dev/instance-id", "gi-1",
                                        "gatehouse.dev/GATEHOUSE_PARTNER_URL", "ws://127.0.0.1:8082",
                                        "gatehouse.dev/GATEHOUSE_SOCIAL_TOKEN", "social-secret",
                                        "gatehouse.dev/GATEHOUSE_GAME_TOKEN", "game-secret",
                                        "gatehouse.dev/GATEHOUSE_GAME_INSTANCE_ID", "gi-1",
                                        "gatehouse.dev/GATEHOUSE_SERVER_ID", "gs-1")));
    }

    @Test
    void takesTheSelectorsOfTheZone() {
        assertThat(spec(SETTINGS, "eu-west"))
                .containsEntry(
                        "selectors",
                        List.of(Map.of("matchLabels", Map.of("region", "eu-west"), "gameServerState", "Ready")));
    }

    @Test
    void takesAnyServerThatIsReadyWhereNothingIsSaid() {
        assertThat(spec(AgonesExamples.of(List.of(), Duration.ofSeconds(5)), null))
                .containsOnlyKeys("selectors", "metadata")
                .containsEntry("selectors", List.of(Map.of("gameServerState", "Ready")));
    }

    @SuppressWarnings("unchecked") // As it is written.
    private static Map<String, Object> spec(AgonesProperties settings, @Nullable String zone) {
        var environment = new ServerEnvironment(
                URI.create("ws://127.0.0.1:8082"), "social-secret", "game-secret", INSTANCE, SERVER);
        var allocation = new Allocation(
                SERVER, INSTANCE, new GameId("goldrush"), zone, Duration.ofSeconds(10), () -> environment);
        var written = new GameServerAllocations(settings, new Marks("gatehouse")).of(allocation);
        return (Map<String, Object>) Objects.requireNonNull(written.get("spec"));
    }
}
