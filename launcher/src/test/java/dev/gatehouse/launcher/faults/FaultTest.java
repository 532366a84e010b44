package dev.gatehouse.launcher.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void saysWhomToStopAndWhatMayBeNoticed() {
        assertThat(Fault.of("D1").command(new Ports(0), 2, FOLDERS))
                .containsSequence("--drain", "/checkout/.gatehouse/run/proxy-1.pid");
        assertThat(Fault.of("P12").command(new Ports(0), 2, FOLDERS))
                .containsSequence("--hand-over", "/checkout/.gatehouse/run/session-1.pid")
                .containsSequence("--management", "http://127.0.0.1:9081");
        assertThat(Fault.of("F16").command(new Ports(0), 2, FOLDERS))
                .containsSequence("--pause-redis", "/checkout/.gatehouse/run/redis.pid", "--for-seconds", "30");
    }

    @Test
    void saysWhomToPauseAndWhereItCounts() {
        assertThat(Fault.of("F46").command(new Ports(100), 2, FOLDERS))
                .containsSequence("--pause-node", "/checkout/.gatehouse/run/session-1.pid", "--for-seconds", "30")
                .containsSequence("--management", "http://127.0.0.1:9181");
    }

    @Test
    void hasPartsStartedAgainOnlyWhereTheyEnd() {
        assertThat(Fault.values()).filteredOn(Fault::kills).containsExactly(Fault.SESSION_NODES_CHURNED);
        assertThat(Fault.PARTS_PAUSED.churn())
                .isEqualTo(new ChurnPlan(Harm.Kind.PAUSE, List.of("session-1", "session-2", "proxy-1", "proxy-2")));
        assertThat(Fault.PROXY_KILLED.churn().parts()).isEmpty();
    }

    /// Each flush takes a second, and a third of one more where one part of four is always about to be paused.
    @Test
    void pausesPartsForTenMinutes() {
        assertThat(Fault.PARTS_PAUSED.story()).endsWith("as 200 clients play for ten minutes");
        assertThat(Fault.PARTS_PAUSED.command(new Ports(0), 2, FOLDERS))
                .containsSequence("--flushes", "460")
                .containsSequence("--pause-millis", "1000");
    }

    @Test
    void isNamedWhereverFaultsAre() throws IOException {
        var proof = Files.readString(Path.of("../docs/proof.md"));
        var tools = Files.readString(Path.of("../benchmarks/README.md"));
        var help = Files.readString(Path.of("../gatehouse"))
                .lines()
                .filter(line -> line.startsWith("  faults "))
                .findFirst();

        assertThat(Fault.values()).allSatisfy(fault -> {
            assertThat(proof).contains("`./gatehouse faults " + fault.id() + "`");
            assertThat(tools).contains("\n| " + fault.id() + " | " + fault.story());
            assertThat(help).hasValueSatisfying(line -> assertThat(line).containsPattern("\\b" + fault.id() + "\\b"));
        });
    }

    @Test
    void sendsTheCrowdToBothProxies() {
        assertThat(Fault.of("P8").command(new Ports(0), 2, FOLDERS))
                .startsWith("dev.gatehouse.benchmarks.crowd.CrowdMain", "http://127.0.0.1:8180,http://127.0.0.1:8080")
                .containsSequence("--newcomers", "200", "--runs", "100");
    }
}
