package dev.gatehouse.launcher.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.launcher.simulator.http.InstanceApi.Seen;
import dev.gatehouse.model.id.InstanceId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusTest {

    private static final Instant SOON = Instant.parse("2026-11-28T03:20:00.500Z");

    @Test
    void saysUntilWhenItDrains() {
        assertThat(Simulator.status("[1]", seen("running", null))).isEqualTo("[1] running    [alice] why");
        assertThat(Simulator.status("[1]", seen("running", SOON)))
                .isEqualTo("[1] running    [alice] drains, until 03:20:00 UTC at the latest");
        assertThat(Simulator.status("[1]", seen("terminated", SOON))).isEqualTo("[1] terminated [alice] why");
    }

    private static Seen seen(String state, @Nullable Instant drainBy) {
        return new Seen(new InstanceId("gi-a"), state, "why", "gs-1", List.of("alice"), drainBy);
    }
}
