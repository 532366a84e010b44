package dev.gatehouse.instance.allocation.process;

import static dev.gatehouse.instance.life.InstanceExamples.GAME;
import static dev.gatehouse.instance.life.InstanceExamples.ID;
import static dev.gatehouse.instance.life.InstanceExamples.SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.Allocation;
import dev.gatehouse.provider.Answer.Given;
import dev.gatehouse.provider.Answer.NoServer;
import dev.gatehouse.provider.Exit;
import dev.gatehouse.provider.ServerEnvironment;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalProcessProviderIT {

    private static final Duration KILL_GRACE = Duration.ofMillis(500);

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
    void startsAServerWithWhatItNeedsAndNothingElse() throws Exception {
        var provider = provider("sh -c 'env; cat'");

        provider.allocate(allocation(SERVER));

        await().until(() -> Files.readString(log(SERVER)).contains("GATEHOUSE_SERVER_ID=gs-1"));
        var names = Files.readString(log(SERVER))
                .lines()
                .filter(line -> line.matches("[A-Z_]+=.*"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
        assertThat(Files.readString(log(SERVER)))
                .contains("GATEHOUSE_PARTNER_URL=ws://127.0.0.1:8082")
                .contains("GATEHOUSE_SOCIAL_TOKEN=social-secret")
                .contains("GATEHOUSE_GAME_TOKEN=game-secret")
                .contains("GATEHOUSE_GAME_INSTANCE_ID=" + ID);
        assertThat(names)
                .isSubsetOf(
                        "PATH",
                        "HOME",
                        "JAVA_HOME",
                        "LANG",
                        "LC_ALL",
                        "TMPDIR",
                        "TZ",
                        "PWD",
                        "SHLVL",
                        "OLDPWD",
                        "_",
                        "OF_GATEHOUSE_SERVER",
                        "GATEHOUSE_PARTNER_URL",
                        "GATEHOUSE_SOCIAL_TOKEN",
                        "GATEHOUSE_GAME_TOKEN",
                        "GATEHOUSE_GAME_INSTANCE_ID",
                        "GATEHOUSE_SERVER_ID");
    }

    @Test
    void keepsThePidFileForAsLongAsTheServerRuns() throws Exception {
        var provider = provider("cat");
        provider.allocate(allocation(SERVER));

        var pid = Long.parseLong(Files.readString(pidFile(SERVER)).strip());
        assertThat(ProcessHandle.of(pid)).get().matches(ProcessHandle::isAlive);

        provider.deallocate(SERVER);

        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        await().until(() -> Files.notExists(pidFile(SERVER)));
    }

    @Test
    void saysWhenAServerGoesByItself() throws Exception {
        var provider = provider("sh -c 'exit 3'");

        provider.allocate(allocation(SERVER));

        assertThat(exits.poll(10, TimeUnit.SECONDS))
                .isEqualTo(new Exit(SERVER, ID, "the server's process exited with status 3"));
        assertThat(provider.describe(SERVER)).isEmpty();
        assertThat(pidFile(SERVER)).doesNotExist();
    }

    @Test
    void saysNothingWhenAServerIsTakenBack() throws Exception {
        var provider = provider("cat");
        provider.allocate(allocation(SERVER));
        assertThat(provider.describe(SERVER)).isPresent();

        provider.deallocate(SERVER);

        await().until(() -> Files.notExists(pidFile(SERVER)));
        assertThat(exits).isEmpty();
        assertThat(provider.list()).isEmpty();
    }

    @Test
    void endsTheWholeTreeEvenWhereItDoesNotWantToGo() throws Exception {
        var provider =
                provider("sh -c \"trap '' TERM; sh -c 'trap : TERM; echo child; sleep 1000; sleep 1000' & wait; cat\"");
        provider.allocate(allocation(SERVER));
        await().until(() -> Files.readString(log(SERVER)).contains("child"));
        var tree = process(SERVER);
        var children = tree.descendants().toList();
        assertThat(children).isNotEmpty();

        provider.deallocate(SERVER);

        assertThat(tree.isAlive()).isFalse();
        // Orphans are gone only when the machine's first process has taken note of their end.
        await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    @DisplayName("a game under a script that does not exec it goes with the script, however that goes")
    void endsWhatAServerHasStartedThatGoesByItself() throws Exception {
        var provider = provider("sh -c 'sleep 1000 & echo child; wait'");
        provider.allocate(allocation(SERVER));
        await().until(() -> Files.readString(log(SERVER)).contains("child"));
        var root = process(SERVER);
        var children = root.descendants().toList();
        assertThat(children).isNotEmpty();
        provider.look();

        root.destroyForcibly();

        assertThat(exits.poll(10, TimeUnit.SECONDS)).isNotNull();
        await().until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Test
    void givesAPlaceAwayOnlyOnceItsServerIsGone() throws Exception {
        var provider = provider("sh -c \"trap '' TERM; echo up; while true; do sleep 1; done\"");
        provider.allocate(allocation(SERVER));
        provider.allocate(allocation(new ServerId("gs-2")));
        await().until(() -> Files.readString(log(SERVER)).contains("up"));
        var process = process(SERVER);
        var third = new ServerId("gs-3");

        var ending = List.of(
                CompletableFuture.runAsync(() -> endAndLook(provider, process)),
                CompletableFuture.runAsync(() -> endAndLook(provider, process)));
        while (process.isAlive()) {
            var answer = provider.allocate(allocation(third));
            assertThat(answer instanceof NoServer || !process.isAlive()).isTrue();
        }

        ending.forEach(CompletableFuture::join);
        assertThat(exits).isEmpty();
        assertThat(provider.allocate(allocation(third))).isInstanceOf(Given.class);
    }

    private static void endAndLook(LocalProcessProvider provider, ProcessHandle process) {
        provider.deallocate(SERVER);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void keepsTheNewestLogs() throws Exception {
        Files.createDirectories(folder.resolve("log"));
        for (int i = 0; i < 5; i++) {
            var old = Files.writeString(log(new ServerId("old-" + i)), "old");
            Files.setLastModifiedTime(
                    old, FileTime.from(Instant.parse("2020-01-01T00:00:00Z").plusSeconds(i)));
        }
        Files.writeString(folder.resolve("log").resolve("proxy-1.log"), "somebody else's");

        provider("cat").allocate(allocation(SERVER));

        try (var files = Files.list(folder.resolve("log"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "proxy-1.log", "game-server-gs-1.log", "game-server-old-3.log", "game-server-old-4.log");
        }
    }

    @Test
    void endsEveryServerWhenItIsClosed() throws Exception {
        var provider = provider("cat");
        provider.allocate(allocation(SERVER));
        provider.allocate(allocation(new ServerId("gs-2")));
        var processes = List.of(process(SERVER), process(new ServerId("gs-2")));

        provider.close();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void startsNothingOnceItIsClosed() throws Exception {
        var provider = provider("cat");
        provider.close();

        assertThat(provider.allocate(allocation(SERVER))).isInstanceOf(NoServer.class);
        assertThat(pidFile(SERVER)).doesNotExist();
        assertThat(provider.list()).isEmpty();
    }

    @Test
    @DisplayName("F10: servers that outlive their service, which was killed, are ended when it starts again")
    void endsWhatAnEarlierRunHasLeftBehind() throws Exception {
        var killed = provider("sleep 1000");
        killed.allocate(allocation(SERVER));
        var process = process(SERVER);

        int ended = provider("cat").endLeftovers();

        assertThat(ended).isEqualTo(1);
        assertThat(process.isAlive()).isFalse();
        assertThat(pidFile(SERVER)).doesNotExist();
        System.out.printf("F10: a server of a killed service: left behind = 0 after the next start%n");
    }

    @Test
    @DisplayName("F10: what a server has started is ended as well where the server went together with its service")
    void endsWhatAServerHasStartedThatWentTogetherWithItsService() throws Exception {
        var service = ProviderProcessMain.start(folder, "sh -c 'sleep 1000 & echo child $!; wait'");
        started.add(service.toHandle());
        var child = childOf(SERVER);
        await().until(() -> Files.exists(pidFile(SERVER)) && Files.size(pidFile(SERVER)) > 0);
        var root = process(SERVER);

        service.destroyForcibly().waitFor();
        root.destroyForcibly();
        await().until(() -> !root.isAlive());
        assertThat(child.isAlive()).isTrue();
        int ended = provider("cat").endLeftovers();

        assertThat(ended).isEqualTo(1);
        await().until(() -> !child.isAlive());
        assertThat(pidFile(SERVER)).doesNotExist();
        System.out.printf("F10: a child of a server that was killed with its service: left behind = 0%n");
    }

    @Test
    void endsWhatAServerHasStartedThatGoesAtOnce() throws Exception {
        var provider = provider("sh -c 'sleep 1000 & echo child $!'");

        provider.allocate(allocation(SERVER));

        var child = childOf(SERVER);
        assertThat(exits.poll(10, TimeUnit.SECONDS)).isNotNull();
        await().until(() -> !child.isAlive());
        await().until(() -> Files.notExists(pidFile(SERVER)));
    }

    @Test
    void keepsTheFileOfAServerForAsLongAsAnythingOfItRuns() throws Exception {
        var provider = provider("sh -c 'sleep 1000 & echo child $!; wait'");
        var namesItAtItsExit = new LinkedBlockingQueue<Boolean>();
        provider.onExit(_ -> namesItAtItsExit.add(Files.exists(pidFile(SERVER))));
        provider.allocate(allocation(SERVER));
        var child = childOf(SERVER);

        process(SERVER).destroyForcibly();

        assertThat(namesItAtItsExit.poll(10, TimeUnit.SECONDS)).isTrue();
        await().until(() -> Files.notExists(pidFile(SERVER)) && !child.isAlive());
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
        Files.writeString(pidFile(SERVER), stranger.pid() + "\n");
        Files.setLastModifiedTime(pidFile(SERVER), FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

        int ended = provider("cat").endLeftovers();

        assertThat(ended).isZero();
        assertThat(stranger.isAlive()).isTrue();
        assertThat(pidFile(SERVER)).doesNotExist();
        stranger.destroyForcibly().waitFor();
    }

    @Test
    void leavesAFileAloneThatIsNoServers() throws Exception {
        Files.createDirectories(folder.resolve("run"));
        var file = Files.writeString(folder.resolve("run").resolve("game-server-of whom?.pid"), "1\n");

        assertThat(provider("cat").endLeftovers()).isZero();

        assertThat(file).exists();
    }

    @Test
    void hasNoServerWhereTheProgramIsMissing() {
        var provider = provider("/no/such/program");

        assertThat(provider.allocate(allocation(SERVER)))
                .isInstanceOf(NoServer.class)
                .asString()
                .doesNotContain("secret");
    }

    @Test
    void leavesNoProcessWhereItsFileCannotBeWritten() throws Exception {
        var provider = provider("cat");
        var before = ProcessHandle.current().children().toList();
        Files.createDirectories(pidFile(SERVER).resolve("in-the-way"));

        assertThat(provider.allocate(allocation(SERVER))).isInstanceOf(NoServer.class);

        assertThat(ProcessHandle.current().children()).isSubsetOf(before);
        assertThat(provider.allocate(allocation(new ServerId("gs-2")))).isInstanceOf(Given.class);
        assertThat(provider.allocate(allocation(new ServerId("gs-3")))).isInstanceOf(Given.class);
        assertThat(exits).isEmpty();
    }

    @Test
    void hasNoServerBeyondItsLimit() throws Exception {
        var provider = provider("cat");
        provider.allocate(allocation(SERVER));
        provider.allocate(allocation(new ServerId("gs-2")));

        assertThat(provider.allocate(allocation(new ServerId("gs-3"))))
                .isEqualTo(new NoServer("servers: 2 (expected: < 2)"));
    }

    static LocalProcessProperties settings(Path folder, String command) {
        return new LocalProcessProperties(
                command, folder.resolve("run"), folder.resolve("log"), 3, 2, Duration.ofMillis(100), KILL_GRACE);
    }

    private LocalProcessProvider provider(String command) {
        var provider = new LocalProcessProvider(settings(folder, command));
        provider.onExit(exits::add);
        providers.add(provider);
        return provider;
    }

    /// The process whose number the server has printed.
    private ProcessHandle childOf(ServerId server) throws Exception {
        await().ignoreExceptionsInstanceOf(NoSuchFileException.class)
                .until(() -> Files.readString(log(server)).matches("child \\d+\n"));
        var number = Files.readString(log(server)).strip().substring("child ".length());
        var child = ProcessHandle.of(Long.parseLong(number)).orElseThrow();
        started.add(child);
        return child;
    }

    private ProcessHandle process(ServerId server) throws Exception {
        return ProcessHandle.of(Long.parseLong(Files.readString(pidFile(server)).strip()))
                .orElseThrow();
    }

    static Allocation allocation(ServerId server) {
        var environment =
                new ServerEnvironment(URI.create("ws://127.0.0.1:8082"), "social-secret", "game-secret", ID, server);
        return new Allocation(server, ID, GAME, null, Duration.ofSeconds(10), () -> environment);
    }

    private Path pidFile(ServerId server) {
        return folder.resolve("run").resolve("game-server-" + server + ".pid");
    }

    private Path log(ServerId server) {
        return folder.resolve("log").resolve("game-server-" + server + ".log");
    }
}
