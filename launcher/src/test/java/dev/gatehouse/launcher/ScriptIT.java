package dev.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The script in a checkout of its own, with a Maven that does nothing and is content.
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ScriptIT {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path checkout;

    @BeforeEach
    void makeCheckout() throws IOException {
        Files.copy(Path.of("../gatehouse"), checkout.resolve("gatehouse"));
        Path maven = Files.createDirectories(checkout.resolve("bin")).resolve("mvn");
        Files.writeString(maven, "#!/bin/sh\necho 'Apache Maven 3.9.9'\n");
        assertThat(maven.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void takesATestOfEverythingForABuild() throws Exception {
        assertThat(run("test")).isZero();

        assertThat(checkout.resolve(".gatehouse/built")).exists();
    }

    @Test
    void takesATestOfOneModuleForNoBuild() throws Exception {
        assertThat(run("test", "-pl", "shared-model")).isZero();

        assertThat(checkout.resolve(".gatehouse/built")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dance", "sim", "sim x", "sim --seeds", "sim --seeds many", "sim 4711 --from"})
    void refusesWhatMakesNoSenseWithTwo(String line) throws Exception {
        assertThat(run(line.split(" ", -1))).isEqualTo(2);

        assertThat(checkout.resolve("output.txt")).content().containsPattern("(?m)^gatehouse: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"game-server-simulator --help", "up -h", "sim --help"})
    void explainsItselfBeforeItBuilds(String line) throws Exception {
        assertThat(run(line.split(" ", -1))).isZero();

        assertThat(checkout.resolve("output.txt")).content().startsWith("Usage: ./gatehouse COMMAND");
        assertThat(checkout.resolve(".gatehouse")).doesNotExist();
    }

    @Test
    void endsWhatAServerThatIsGoneHasStartedAndNothingElse() throws Exception {
        Files.createFile(
                Files.createDirectories(checkout.resolve("launcher/target")).resolve("launcher-1.jar"));
        var gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path run = Files.createDirectories(checkout.resolve(".gatehouse/run"));
        Path pidFile = Files.writeString(run.resolve("game-server-gs.1.pid"), gone.pid() + "\n");
        var child = startedBy("gs.1");
        var anothers = startedBy("gs-1");

        try {
            // There is no launcher in the jar, so that nothing comes of it but what is done before.
            assertThat(run("up", "--no-build")).isNotZero();

            assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(anothers.isAlive()).isTrue();
            assertThat(pidFile).doesNotExist();
        } finally {
            child.destroyForcibly();
            anothers.destroyForcibly();
        }
    }

    private static Process startedBy(String server) throws IOException {
        var builder = new ProcessBuilder("sleep", "1000");
        builder.environment().put("OF_GATEHOUSE_SERVER", server);
        return builder.start();
    }

    private int run(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("bash", checkout.resolve("gatehouse").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(checkout.resolve("output.txt").toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().merge("PATH", checkout.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        return builder.start().waitFor();
    }
}
