package dev.gatehouse.launcher;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class SimulatorIT {

    @Test
    void doesToAServerWhatIsWrittenIntoAFile() throws Exception {
        Path home = SuiteHome.emptied();
        Path commands = home.resolve("commands");
        Path game = Path.of("../examples/goldrush/target").toRealPath();
        try (var script = GatehouseScript.start(
                home,
                "game-server-simulator",
                "--game",
                "goldrush",
                "--commands",
                commands.toString(),
                "--",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                game + "/*:" + game + "/lib/*",
                "dev.gatehouse.goldrush.dedicated.DedicatedServerMain")) {

            write(commands, "allocate alice");
            sees(script, "[1] alice hears host-details 127.0.0.1:");
            write(commands, "add 1 bob", "add 1 alice", "ticket 1 mallory", "dance", "end 2");
            sees(script, "[1] bob hears host-details", "! player_not_in_instance: ");
            write(commands, "drain gi-never");
            sees(script, "[1] alice is in already", "! unknown_instance: ");
            write(commands, "lose-link 1");
            sees(script, "[1] the server's link has closed");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> script.output().split("the server asks link", -1).length == 3);
            write(commands, "kill 1");
            sees(
                    script,
                    "[1] alice hears terminated",
                    "[1] is over (terminated): the server's process exited with status 137");
            write(commands, "allocate cora");
            sees(script, "[2] cora hears host-details");
            write(commands, "drain 2 5", "status");
            sees(script, "drains, until ", "[2] cora hears ended", "[2] is over (ended): ");
            write(commands, "status", "quit");

            assertThat(script.awaitEnd()).isZero();
            assertThat(script.output())
                    .contains(
                            "? dance: no such command (help lists them)", "? instance: 2 (expected: 1 to 1, or an id)")
                    .contains("[1] terminated [alice, bob] the server's process exited with status 137");
            assertThat(script.processes()).isEqualTo(List.of());
            assertThat(script.pidFiles()).isEmpty();
        }
    }

    private static void write(Path commands, String... lines) throws IOException {
        Files.write(commands, List.of(lines), CREATE, APPEND);
    }

    private static void sees(GatehouseScript script, String... texts) {
        await().atMost(Duration.ofMinutes(2))
                .failFast(() -> assertThat(script.handle().isAlive())
                        .as(script.output())
                        .isTrue())
                .until(() -> List.of(texts).stream().allMatch(text -> contains(script, text)));
    }

    private static boolean contains(GatehouseScript script, String text) {
        try {
            return script.output().contains(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
