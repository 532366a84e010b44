package dev.gatehouse.instance.allocation.process;

import static dev.gatehouse.instance.allocation.process.LocalProcessProviderIT.allocation;
import static dev.gatehouse.instance.allocation.process.LocalProcessProviderIT.settings;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Exit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What outlives a game server, or the service that has started it.
class LeftoversIT {

    @TempDir
    Path folder;

    private final BlockingQueue<Exit> exits = new LinkedBlockingQueue<>();
    private final List<LocalProcessProvider> providers = new ArrayList<>();
    private final List<ProcessHandle> started = new ArrayList<>(); // Beside the providers, or to outlive them.

    @AfterEach
    void stop() {
        providers.forEach(LocalProcessProvider::close);
        started.forEach(ProcessHandle::destroyForcibly);
    }

    @Test
    @DisplayName("F10: servers that outlive their service, which was killed, are ended when it starts again")
    void endsWhatAnEarlierRunHasLeftBehind() throws Exception {
        var killed = provider("sleep 1000");
        killed.allocate(allocation(SERVER));
        var process = servers().process(SERVER);

        int ended = provider("cat").endLeftovers();

        assertThat(ended).isEqualTo(1);
        assertThat(process.isAlive()).isFalse();
        assertThat(servers().pidFile(SERVER)).doesNotExist();
        System.out.printf("F10: a server of a killed service: left behind = 0 after the next start%n");
    }

    @Test
    @DisplayName("F10: what a server has started is ended as well where the server went together with its service")
    void endsWhatAServerHasStartedThatWentTogetherWithItsService() throws Exception {
        var service = ProviderProcessMain.start(folder, "sh -c 'sleep 1000 & echo child $!; wait'");
        started.add(service.toHandle());
        var child = childOf(SERVER);
        await().until(() ->
                Files.exists(servers().pidFile(SERVER)) && Files.size(servers().pidFile(SERVER)) > 0);
        var root = servers().process(SERVER);

        service.destroyForcibly().waitFor();
        root.destroyForcibly();
        await().until(() -> !root.isAlive());
        assertThat(child.isAlive()).isTrue();
        int ended = provider("cat").endLeftovers();

        assertThat(ended).isEqualTo(1);
        await().until(() -> !child.isAlive());
        assertThat(servers().pidFile(SERVER)).doesNotExist();
        System.out.printf("F10: a child of a server that was killed with its service: left behind = 0%n");
    }

    @Test
    void endsWhatAServerHasStartedThatGoesAtOnce() throws Exception {
        var provider = provider("sh -c 'sleep 1000 & echo child $!'");

        provider.allocate(allocation(SERVER));

        var child = childOf(SERVER);
        assertThat(exits.poll(10, TimeUnit.SECONDS)).isNotNull();
        await().until(() -> !child.isAlive());
        await().until(() -> Files.notExists(servers().pidFile(SERVER)));
    }

    @Test
    void keepsTheFileOfAServerForAsLongAsAnythingOfItRuns() throws Exception {
        var provider = provider("sh -c 'sleep 1000 & echo child $!; wait'");
        var namesItAtItsExit = new LinkedBlockingQueue<Boolean>();
        provider.onExit(_ -> namesItAtItsExit.add(Files.exists(servers().pidFile(SERVER))));
        provider.allocate(allocation(SERVER));
        var child = childOf(SERVER);

        servers().process(SERVER).destroyForcibly();

        assertThat(namesItAtItsExit.poll(10, TimeUnit.SECONDS)).isTrue();
        await().until(() -> Files.notExists(servers().pidFile(SERVER)) && !child.isAlive());
    }

    @Test
    void leavesAServerAloneThatSomebodyStartedByHand() throws Exception {
        var provider = provider("cat");
        provider.allocate(allocation(SERVER));
        var byHand = new ProcessBuilder("sleep", "1000");
        byHand.environment().putAll(allocation(SERVER).environment().get().variables());
        var server = byHand.start();
        started.add(server.toHandle());

        provider.deallocate(SERVER);

        assertThat(server.isAlive()).isTrue();
    }

    @Test
    void leavesAProcessAloneThatGotTheNumberOfAServer() throws Exception {
        var stranger = new ProcessBuilder("sleep", "1000").start();
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(servers().pidFile(SERVER), stranger.pid() + "\n");
        Files.setLastModifiedTime(servers().pidFile(SERVER), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        int ended = provider("cat").endLeftovers();

        assertThat(ended).isZero();
        assertThat(stranger.isAlive()).isTrue();
        assertThat(servers().pidFile(SERVER)).doesNotExist();
        stranger.destroyForcibly().waitFor();
    }

    @Test
    void leavesAFileAloneThatIsNoServers() throws Exception {
        Files.createDirectories(folder.resolve("run"));
        var file = Files.writeString(folder.resolve("run").resolve("game-server-of whom?.pid"), "1\n");

        assertThat(provider("cat").endLeftovers()).isZero();

        assertThat(file).exists();
    }

    private LocalProcessProvider provider(String command) {
        var provider = new LocalProcessProvider(settings(folder, command));
        provider.onExit(exits::add);
        providers.add(provider);
        return provider;
    }

    private ProcessHandle childOf(ServerId server) throws Exception {
        var child = servers().childOf(server);
        started.add(child);
        return child;
    }

    private LocalServers servers() {
        return new LocalServers(folder);
    }
}
