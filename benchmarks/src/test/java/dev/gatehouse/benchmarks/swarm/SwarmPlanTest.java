package dev.gatehouse.benchmarks.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwarmPlanTest {

    @Test
    void goesToTheLocalProxyUnlessTold() {
        assertThat(SwarmPlan.parse(List.of()))
                .isEqualTo(new SwarmPlan(
                        URI.create("http://localhost:8080"),
                        20,
                        new Load(20, 5, 2, Duration.ofMillis(50)),
                        Duration.ofSeconds(60)));
    }

    @Test
    void readsEveryOption() {
        var plan = SwarmPlan.parse(List.of(
                "https://play.example",
                "--clients",
                "300",
                "--flushes",
                "7",
                "--digs",
                "3",
                "--cuts",
                "4",
                "--pause-millis",
                "0",
                "--within-seconds",
                "90"));

        assertThat(plan)
                .isEqualTo(new SwarmPlan(
                        URI.create("https://play.example"),
                        300,
                        new Load(7, 3, 4, Duration.ZERO),
                        Duration.ofSeconds(90)));
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatThrownBy(() -> SwarmPlan.parse(List.of("ws://localhost:8080")))
                .hasMessage("server: ws://localhost:8080 (expected: http:// or https://)");
        assertThatThrownBy(() -> SwarmPlan.parse(List.of("--bees", "3"))).hasMessage("no option --bees");
        assertThatThrownBy(() -> SwarmPlan.parse(List.of("--cuts"))).hasMessage("--cuts: a value is missing");
        assertThatThrownBy(() -> SwarmPlan.parse(List.of("--cuts", "two")))
                .hasMessage("--cuts: two (expected: a number)");
        assertThatThrownBy(() -> SwarmPlan.parse(List.of("--clients", "5001")))
                .hasMessage("clients: 5001 (expected: 1 to 5000)");
        assertThatThrownBy(() -> SwarmPlan.parse(List.of("--clients", "5000", "--flushes", "1000")))
                .hasMessage("flushes of all clients: 5010000 (expected: 1 to 1000000)");
    }
}
