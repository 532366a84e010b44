package dev.gatehouse.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.Ports;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FaultTest {

    private static final Folders FOLDERS = new Folders(Path.of("/checkout"), Path.of("/checkout/.gatehouse"));

    @Test
    void saysWhomToKillAndWhereToPlay() {
        assertThat(Fault.of("F02").command(new Ports(100), 2, FOLDERS))
                .startsWith("dev.gatehouse.benchmarks.swarm.SwarmMain", "http://127.0.0.1:8280,http://127.0.0.1:8180")
                .containsSequence("--kill", "/checkout/.gatehouse/run/proxy-1.pid")
                .containsSequence("--clients", "500");
    }

    @Test
    void sendsTheCrowdToBothProxies() {
        assertThat(Fault.of("P8").command(new Ports(0), 2, FOLDERS))
                .startsWith("dev.gatehouse.benchmarks.crowd.CrowdMain", "http://127.0.0.1:8180,http://127.0.0.1:8080")
                .containsSequence("--newcomers", "200", "--runs", "100");
    }
}
