package dev.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 8, unit = TimeUnit.MINUTES)
class DemoIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void tellsTheWholeStoryTwiceAndLeavesNothing() throws Exception {
        tellOnce();
        // The second time Redis has kept what the first has written, and the jars are taken apart already.
        tellOnce();
    }

    private void tellOnce() throws Exception {
        try (var script = GatehouseScript.start(folder, "demo")) {
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
