package dev.gatehouse.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SignalIT {

    @Test
    void letsAProcessStandStillAndGoOn() throws Exception {
        var process = new ProcessBuilder("cat").start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8);
                var out = process.inputReader(StandardCharsets.UTF_8)) {
            Signal.STOP.send(process.pid());
            in.write("hello\n");
            in.flush();
            assertThat(stateOf(process)).isEqualTo("T");

            Signal.CONT.send(process.pid());

            assertThat(out.readLine()).isEqualTo("hello");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void tellsNothingToAProcessThatIsGone() throws Exception {
        var process = new ProcessBuilder("true").start();
        process.waitFor();

        Signal.STOP.send(process.pid());
    }

    /// Of `ps`: `T` for one that stands still.
    private static String stateOf(Process process) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "stat=", "-p", Long.toString(process.pid())).start();
        try (var out = ps.inputReader(StandardCharsets.UTF_8)) {
            return out.readLine().substring(0, 1);
        }
    }
}
