package dev.gatehouse.gamelift.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.gamelift.GameLiftProperties;
import dev.gatehouse.provider.GameServerProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GameLiftAutoConfigurationTest {

    private final ApplicationContextRunner service =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(GameLiftAutoConfiguration.class));

    @Test
    void isFoundByItsNameInTheJar() {
        assertThat(ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader()))
                .contains(GameLiftAutoConfiguration.class.getName());
    }

    @Test
    void isThereOnlyWhereARegionIsSet() {
        service.run(context -> assertThat(context).doesNotHaveBean(GameServerProvider.class));
        service.withPropertyValues("gatehouse.gamelift.region=eu-west-1", "gatehouse.gamelift.fleets=fleet-1")
                .run(context -> assertThat(context)
                        .getBean(GameServerProvider.class)
                        .returns("gamelift", GameServerProvider::name));
    }

    @Test
    void readsWhereSessionsAreStarted() {
        service.withPropertyValues(
                        "gatehouse.gamelift.region=eu-west-1",
                        "gatehouse.gamelift.endpoint=http://127.0.0.1:4566",
                        "gatehouse.gamelift.queue=mines",
                        "gatehouse.gamelift.fleets=fleet-1,fleet-2",
                        "gatehouse.gamelift.max-players=16")
                .run(context -> assertThat(context.getBean(GameLiftProperties.class))
                        .isEqualTo(new GameLiftProperties(
                                "eu-west-1",
                                URI.create("http://127.0.0.1:4566"),
                                "mines",
                                List.of("fleet-1", "fleet-2"),
                                null,
                                "gatehouse",
                                16,
                                Duration.ofSeconds(1),
                                Duration.ofSeconds(10))));
    }

    @Test
    void refusesSeveralFleetsWithoutAQueue() {
        service.withPropertyValues("gatehouse.gamelift.region=eu-west-1", "gatehouse.gamelift.fleets=fleet-1,fleet-2")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("fleets: [fleet-1, fleet-2] (expected: all of the queue, or one without it)"));
    }
}
