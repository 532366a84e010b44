package dev.gatehouse.gamelift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GameLiftPropertiesTest {

    @Test
    void wantsTheFleetsOfAQueueOrOneFleet() {
        assertThat(properties("queue", "fleet-1", "fleet-2").fleets()).hasSize(2);
        assertThat(properties(null, "fleet-1").fleets()).hasSize(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties(null, "fleet-1", "fleet-2"))
                .withMessage("fleets: [fleet-1, fleet-2] (expected: all of the queue, or one without it)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> properties("queue"))
                .withMessage("fleets: [] (expected: all of the queue, or one without it)");
    }

    private static GameLiftProperties properties(@Nullable String queue, String... fleets) {
        return new GameLiftProperties(
                "eu-west-1",
                null,
                queue,
                List.of(fleets),
                null,
                "gatehouse",
                64,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10));
    }
}
