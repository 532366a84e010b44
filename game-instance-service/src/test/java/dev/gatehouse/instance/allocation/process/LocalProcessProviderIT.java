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

    @AfterEach
    void stop() {
        providers.forEach(LocalProcessProvider::close);
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

    private ProcessHandle process(ServerId server) throws Exception {
        return new LocalServers(folder).process(server);
    }

    static Allocation allocation(ServerId server) {
        var environment =
                new ServerEnvironment(URI.create("ws://127.0.0.1:8082"), "social-secret", "game-secret", ID, server);
        return new Allocation(server, ID, GAME, null, Duration.ofSeconds(10), () -> environment);
    }

    private Path pidFile(ServerId server) {
        return new LocalServers(folder).pidFile(server);
    }

    private Path log(ServerId server) {
        return new LocalServers(folder).log(server);
    }
}
