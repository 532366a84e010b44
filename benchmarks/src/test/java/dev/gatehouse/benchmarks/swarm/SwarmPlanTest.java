package dev.gatehouse.benchmarks.swarm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.benchmarks.tool.Options;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwarmPlanTest {

    @Test
    void goesToTheLocalProxyUnlessTold() {
        assertThat(parse(List.of()))
                .isEqualTo(new SwarmPlan(
                        List.of(URI.create("http://localhost:8080")),
                        20,
                        new Load(20, 5, 2, Duration.ofMillis(50)),
                        null,
                        Duration.ofSeconds(60)));
    }

    @Test
    void readsEveryOption() {
        var plan = parse(List.of(
                "https://play.example,http://10.0.0.1:8080",
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
                "--kill",
                "run/proxy-1.pid",
                "--within-seconds",
                "90"));

        assertThat(plan)
                .isEqualTo(new SwarmPlan(
                        List.of(URI.create("https://play.example"), URI.create("http://10.0.0.1:8080")),
                        300,
                        new Load(7, 3, 4, Duration.ZERO),
                        new Victim(Path.of("run/proxy-1.pid"), Ending.KILL, Duration.ofSeconds(5), null),
                        Duration.ofSeconds(90)));
    }

    @Test
    void readsHowTheVictimEnds() {
        assertThat(parse(List.of("--drain", "run/proxy-1.pid")).victim())
                .isEqualTo(new Victim(Path.of("run/proxy-1.pid"), Ending.DRAIN, Duration.ofSeconds(5), null));
        assertThat(parse(List.of("--hand-over", "run/session-1.pid", "--management", "http://127.0.0.1:9081"))
                        .victim())
                .isEqualTo(new Victim(
                        Path.of("run/session-1.pid"),
                        Ending.HAND_OVER,
                        Duration.ofSeconds(5),
                        URI.create("http://127.0.0.1:9081")));
        assertThat(parse(List.of("--pause-redis", "run/redis.pid", "--for-seconds", "30"))
                        .victim())
                .isEqualTo(new Victim(Path.of("run/redis.pid"), Ending.PAUSE_REDIS, Duration.ofSeconds(30), null));
        assertThat(parse(List.of("--pause-node", "run/session-1.pid", "--management", "http://127.0.0.1:9081"))
                        .victim())
                .isEqualTo(new Victim(
                        Path.of("run/session-1.pid"),
                        Ending.PAUSE_NODE,
                        Duration.ofSeconds(5),
                        URI.create("http://127.0.0.1:9081")));
    }

    @Test
    void refusesWhatItCannotDo() {
        assertThatThrownBy(() -> parse(List.of("ws://localhost:8080")))
                .hasMessage("server: ws://localhost:8080 (expected: http:// or https://)");
        assertThatThrownBy(() -> parse(List.of("--bees", "3"))).hasMessage("no option --bees");
        assertThatThrownBy(() -> parse(List.of("--cuts"))).hasMessage("--cuts: a value is missing");
        assertThatThrownBy(() -> parse(List.of("--cuts", "two"))).hasMessage("--cuts: two (expected: a number)");
        assertThatThrownBy(() -> parse(List.of("--clients", "5001"))).hasMessage("clients: 5001 (expected: 1 to 5000)");
        assertThatThrownBy(() -> parse(List.of("--clients", "5000", "--flushes", "1000")))
                .hasMessage("flushes of all clients: 5010000 (expected: 1 to 1000000)");
        assertThatThrownBy(() -> parse(List.of("--pause-redis", "redis.pid", "--for-seconds", "0")))
                .hasMessage("pause: PT0S (expected: PT1S to PT5M)");
        assertThatThrownBy(() -> parse(List.of("--pause-node", "session-1.pid")))
                .hasMessage("management: null (expected: that of a node to be paused or to hand over, and no other)");
        assertThatThrownBy(() -> parse(List.of("--drain", "a.pid", "--kill", "b.pid")))
                .hasMessage(
                        "--drain: besides --kill (expected: one of --kill, --drain, --hand-over, --pause-redis, --pause-node)");
    }

    private static SwarmPlan parse(List<String> arguments) {
        return SwarmPlan.of(Options.parse(arguments, SwarmPlan.OPTIONS));
    }
}
