package dev.gatehouse.agones.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.agones.AgonesProperties;
import dev.gatehouse.agones.AgonesProperties.CounterBounds;
import dev.gatehouse.agones.AgonesProperties.Kind;
import dev.gatehouse.agones.AgonesProperties.ListBounds;
import dev.gatehouse.agones.AgonesProperties.Order;
import dev.gatehouse.agones.AgonesProperties.PriorityProperties;
import dev.gatehouse.agones.AgonesProperties.SelectorProperties;
import dev.gatehouse.provider.GameServerProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class AgonesAutoConfigurationTest {

    /// With a certificate, as each pod has one.
    private static final Path SERVICE_ACCOUNT = Path.of("src/test/resources/service-account");

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(AgonesAutoConfiguration.class))
            .withPropertyValues("gatehouse.agones.service-account=" + SERVICE_ACCOUNT);

    @Test
    void isFoundByItsNameInTheJar() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(AgonesAutoConfiguration.class.getName());
    }

    @Test
    void isThereOnlyWhereItIsAskedFor() {
        service.run(context -> assertThat(context).doesNotHaveBean(GameServerProvider.class));
        service.withPropertyValues("gatehouse.agones.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(GameServerProvider.class));
        service.withPropertyValues("gatehouse.agones.enabled=true")
                .run(context -> assertThat(context)
                        .getBean(GameServerProvider.class)
                        .returns("agones", GameServerProvider::name));
    }

    @Test
    void readsAllThatCanBeSaidOfWhichServersItTakes() {
        service.withPropertyValues(
                        "gatehouse.agones.enabled=true",
                        "gatehouse.agones.namespace=mines",
                        "gatehouse.agones.suite=staging",
                        "gatehouse.agones.selectors[0].fleet=mine-new",
                        "gatehouse.agones.selectors[0].labels.map=deep",
                        "gatehouse.agones.selectors[1].counters.sessions.min-available=2",
                        "gatehouse.agones.selectors[1].lists.players.contains-value=alice",
                        "gatehouse.agones.zones.eu[0].fleet=mine-eu",
                        "gatehouse.agones.priorities[0].type=counter",
                        "gatehouse.agones.priorities[0].key=sessions",
                        "gatehouse.agones.priorities[0].order=descending",
                        "gatehouse.agones.counters.sessions=1",
                        "gatehouse.agones.lists=matches")
                .run(context -> assertThat(context.getBean(AgonesProperties.class))
                        .isEqualTo(new AgonesProperties(
                                true,
                                URI.create("https://kubernetes.default.svc"),
                                SERVICE_ACCOUNT,
                                "mines",
                                "staging",
                                List.of(
                                        new SelectorProperties("mine-new", Map.of("map", "deep"), Map.of(), Map.of()),
                                        new SelectorProperties(
                                                null,
                                                Map.of(),
                                                Map.of("sessions", new CounterBounds(null, null, 2L, null)),
                                                Map.of("players", new ListBounds("alice", null, null)))),
                                Map.of("eu", List.of(new SelectorProperties("mine-eu", Map.of(), Map.of(), Map.of()))),
                                List.of(new PriorityProperties(Kind.COUNTER, "sessions", Order.DESCENDING)),
                                Map.of("sessions", 1L),
                                List.of("matches"),
                                Duration.ofSeconds(5))));
    }
}
