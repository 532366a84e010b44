package dev.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 8, unit = TimeUnit.MINUTES)
class DemoIT {

    @Test
    void tellsTheWholeStoryTwiceAndLeavesNothing() throws Exception {
        Path home = SuiteHome.emptied();

        tellOnce(home);
        // The second time Redis has kept what the first has written, and the jars are taken apart already.
        tellOnce(home);
    }

    private static void tellOnce(Path home) throws Exception {
        try (var script = GatehouseScript.start(home, "demo")) {
            int status = script.awaitEnd();

            assertThat(script.output())
                    .contains("1. Alice arrives", "9. What the metrics show", "the story is told")
                    .doesNotContain("FAILED");
            assertThat(status).isZero();
            assertThat(script.processes()).isEmpty();
            assertThat(script.pidFiles()).isEmpty();
        }
    }
}
