package dev.gatehouse.localredis.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SignalIT {

    @Test
    void pausesAProcessAndLetsItGoOn() throws Exception {
        var process = new ProcessBuilder("cat").start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8);
                var out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(Signal.STOP.send(process.pid())).isTrue();
            in.write("hello\n");
            in.flush();
            assertThat(stateOf(process)).isEqualTo("T");

            assertThat(Signal.CONT.send(process.pid())).isTrue();

            assertThat(out.readLine()).isEqualTo("hello");
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysWhereThereIsNobodyToTell() throws Exception {
        var process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThat(Signal.STOP.send(process.pid())).isFalse();
    }

    /// Of `ps`: `T` for one that is paused.
    private static String stateOf(Process process) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "stat=", "-p", Long.toString(process.pid())).start();
        try (var out = ps.inputReader(StandardCharsets.UTF_8)) {
            return out.readLine().substring(0, 1);
        }
    }
}
