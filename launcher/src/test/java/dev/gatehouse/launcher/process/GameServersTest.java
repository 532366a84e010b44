package dev.gatehouse.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.launcher.settings.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GameServersTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final List<Process> started = new ArrayList<>();
    private final List<ProcessHandle> orphans = new ArrayList<>();

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(folders().run());
    }

    @AfterEach
    void endAll() {
        for (Process process : started) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        orphans.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    @DisplayName("any program is a game server where its file says so, and what it has started is part of it")
    void endsWholeServersWhateverTheyAre() throws Exception {
        var server = start("sleep 1000 & wait");
        await().until(() -> server.descendants().findAny().isPresent());
        var children = server.descendants().toList();
        var file = write("game-server-gs-1", server.pid());

        stopAll();

        assertThat(server.isAlive()).isFalse();
        // Orphans are gone only when the machine's first process has taken note of their end.
        await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(file).doesNotExist();
    }

    @Test
    void endsWhatAServerHasStartedThatIsGone() throws Exception {
        var builder = new ProcessBuilder("sh", "-c", "sleep 1000 >/dev/null & echo $!");
        builder.environment().put("OF_GATEHOUSE_SERVER", "gs-1");
        var server = builder.start();
        var child = ProcessHandle.of(Long.parseLong(server.inputReader().readLine()))
                .orElseThrow();
        orphans.add(child);
        server.waitFor();
        var file = write("game-server-gs-1", server.pid());

        stopAll();

        await().until(() -> !child.isAlive());
        assertThat(file).doesNotExist();
    }

    @Test
    void killsWhatDoesNotWantToGo() throws Exception {
        var server = start("trap '' TERM; echo up; while true; do sleep 1; done");
        assertThat(server.inputReader().readLine()).isEqualTo("up");
        write("game-server-gs-1", server.pid());

        stopAll();

        assertThat(server.isAlive()).isFalse();
    }

    @Test
    void leavesAProcessAloneThatGotTheNumberOfAServer() throws Exception {
        var stranger = start("exec sleep 1000");
        var file = write("game-server-gs-1", stranger.pid());
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        stopAll();

        assertThat(stranger.isAlive()).isTrue();
        assertThat(file).doesNotExist();
    }

    @Test
    void looksAtFilesOfGameServersOnly() throws Exception {
        var part = start("exec sleep 1000");
        var file = write("proxy-1", part.pid());

        stopAll();

        assertThat(part.isAlive()).isTrue();
        assertThat(file).exists();
    }

    @Test
    void keepsAFileThatItCannotRead() throws Exception {
        var file = Files.writeString(folders().pidFile("game-server-gs-1"), "soon");

        stopAll();

        assertThat(file).exists();
    }

    private void stopAll() {
        new GameServers(folders()).stopAll();
    }

    private Process start(String script) throws IOException {
        var process = new ProcessBuilder("sh", "-c", script).start();
        started.add(process);
        return process;
    }

    private Path write(String name, long pid) throws IOException {
        return Files.writeString(folders().pidFile(name), pid + "\n");
    }

    private Folders folders() {
        return new Folders(home, home);
    }
}
