package dev.gatehouse.instance.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.gatehouse.instance.allocation.ProviderProperties.LimitProperties;
import dev.gatehouse.instance.allocation.ProviderProperties.RouteProperties;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ProvidersTest {

    @Test
    void asksTheRouteThatIsSetWhereAnInstanceNamesNone() {
        assertThat(providers("everywhere", "racks", "cloud").defaultName()).isEqualTo("everywhere");
    }

    @Test
    void asksTheOnlyProviderWhereNoneIsSet() {
        assertThat(providers(null, "racks").defaultName()).isEqualTo("racks");
    }

    @Test
    void asksLocalProcessesWhereNoneIsSetAndThereIsNotJustOne() {
        assertThat(providers(null, "racks", "local-process").defaultName()).isEqualTo("local-process");
        assertThat(new Providers(List.of(), AllocationWorld.settings(Map.of()), null).defaultName())
                .isEqualTo("local-process");
    }

    @Test
    void refusesToChooseBetweenSeveral() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> providers(null, "racks", "cloud"))
                .withMessage("defaultProvider: none (expected: one of [cloud, everywhere, racks])");
    }

    @Test
    void refusesADefaultThatNamesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> providers("clowd", "racks", "cloud"))
                .withMessage("defaultProvider: clowd (expected: one of [cloud, everywhere, racks])");
    }

    @Test
    void refusesARouteOverAProviderThatIsNotThere() {
        var settings = AllocationWorld.settings(Map.of("route", new RouteProperties(List.of("nowhere"), Map.of())));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Providers(List.of(), settings, null))
                .withMessage("routes.route: nowhere (expected: one of [])");
    }

    @Test
    void refusesARouteThatLeadsNowhere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RouteProperties(List.of(), Map.of("eu-west", List.of("racks"))))
                .withMessage("providers: none (expected: at least one)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RouteProperties(List.of("racks"), Map.of("eu-west", List.of())))
                .withMessage("zones.eu-west: none (expected: at least one)");
    }

    @Test
    void refusesLimitsOfAProviderThatIsNotThere() {
        var settings = limited("nowhere", limits(Duration.ofSeconds(1)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Providers(List.of(), settings, null))
                .withMessage("limits.nowhere: no such provider (expected: one of [])");
    }

    @Test
    void namesTheLimitThatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limited("racks", limits(Duration.ZERO)))
                .withMessage("limits.racks.slow: PT0S (expected: > 0)");
    }

    @Test
    @DisplayName("a host that takes its time to find a server is not rested for that, where its limits say so")
    void givesAProviderItsOwnLimits() {
        var settings = limited("cloud", limits(Duration.ofSeconds(60)));

        assertThat(settings.limitsOf("racks")).isEqualTo(AllocationWorld.LIMITS);
        // As where its name came from the environment.
        assertThat(settings.limitsOf("Clo-ud")).isEqualTo(settings.limitsOf("cloud"));
        assertThat(settings.limitsOf("cloud"))
                .isEqualTo(new CallLimits(
                        Duration.ofSeconds(20), 200, Duration.ofSeconds(60), 50, 20, Duration.ofSeconds(30)));
    }

    @Test
    void readsTheLimitsOfAProviderFromSettings() {
        var source =
                new MapConfigurationPropertySource(Map.of("gatehouse.instances.providers.limits.cloud.slow", "60s"));

        var settings = new Binder(source).bindOrCreate("gatehouse.instances.providers", ProviderProperties.class);

        assertThat(settings).isEqualTo(limited("cloud", limits(Duration.ofSeconds(60))));
    }

    private static LimitProperties limits(Duration slow) {
        return new LimitProperties(null, null, slow, null, null, null);
    }

    private static ProviderProperties limited(String provider, LimitProperties limits) {
        return new ProviderProperties(
                Map.of(),
                AllocationWorld.LIMITS.answer(),
                AllocationWorld.LIMITS.atOnce(),
                AllocationWorld.LIMITS.slow(),
                AllocationWorld.LIMITS.failures(),
                AllocationWorld.LIMITS.judgedBy(),
                AllocationWorld.LIMITS.rest(),
                Map.of(provider, limits));
    }

    private static Providers providers(@Nullable String defaultName, String... names) {
        var world = new AllocationWorld(new FakeHost("of the world"));
        var guards = new ProviderGuards(AllocationWorld.settings(Map.of()), world, world.metrics, world.time::nanoTime);
        var route = Map.of("everywhere", new RouteProperties(List.of(names), Map.of()));
        return new Providers(
                Stream.of(names).map(FakeHost::new).map(guards::guard).toList(),
                AllocationWorld.settings(route),
                defaultName);
    }
}
