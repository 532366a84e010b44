package dev.gatehouse.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.suite.Suite;
import dev.gatehouse.launcher.suite.SuiteEvent.StopAsked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class SuiteRunTest {

    private static final List<List<String>> STAGES = List.of(List.of("redis"), List.of("proxy-1", "session-1"));
    private static final Duration NEWS_AFTER = Duration.ofMillis(20);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path home;

    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final Map<String, FakePart> parts = new ConcurrentHashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong nanos = new AtomicLong();
    private final CompletableFuture<Void> saidHowToHurry = new CompletableFuture<>();

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folders().run());
        Files.createDirectories(folders().log());
    }

    @Test
    void startsInOrderAndStopsInReverse() throws Exception {
        int status = run(run -> run.tell(new StopAsked(0, "enough")));

        assertThat(status).isZero();
        assertThat(happened.getFirst()).isEqualTo("start redis");
        assertThat(happened.getLast()).isEqualTo("stop redis");
        assertThat(happened)
                .containsExactlyInAnyOrder(
                        "start redis",
                        "start proxy-1",
                        "start session-1",
                        "stop proxy-1",
                        "stop session-1",
                        "stop redis");
    }

    @Test
    void writesProcessIdsWhileUpAndLeavesNone() throws Exception {
        List<String> whileUp = new CopyOnWriteArrayList<>();

        run(run -> {
            whileUp.addAll(runFolder());
            run.tell(new StopAsked(0, "enough"));
        });

        assertThat(whileUp).containsExactlyInAnyOrder("redis.pid", "proxy-1.pid", "session-1.pid");
        assertThat(runFolder()).isEmpty();
    }

    @Test
    void endsWithAFailureWhenAPartIsKilled() throws Exception {
        Files.writeString(folders().logFile("session-1"), "the last words\n");

        int status = run(_ -> part("session-1").exit.complete(137));

        assertThat(status).isEqualTo(1);
        assertThat(happened).contains("stop proxy-1", "stop redis");
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("session-1 (pid 42) ended with status 137; stopping the rest")
                .contains("| the last words");
    }

    @Test
    void letsWhatIsPausedGoOnBeforeItIsStopped() throws Exception {
        run(run -> {
            run.pause("proxy-1");
            run.pause("session-1");
            run.goOn("session-1");
            run.tell(new StopAsked(0, "enough"));
        });

        assertThat(happened)
                .containsSubsequence("pause proxy-1", "stop proxy-1")
                .containsSubsequence("pause session-1", "stop session-1")
                .doesNotContain("stop proxy-1, paused", "stop session-1, paused");
    }

    @Test
    void harmsNothingThatIsBeingStopped() throws Exception {
        var late = new CopyOnWriteArrayList<SuiteRun>();

        run(run -> {
            late.add(run);
            run.tell(new StopAsked(0, "enough"));
        });

        assertThat(late.getFirst().pause("session-1")).isFalse();
        assertThat(late.getFirst().kill("session-1")).isFalse();
        assertThat(happened).doesNotContain("pause session-1");
    }

    @Test
    void endsWithAFailureWhenAPartCannotStart() throws Exception {
        int status = new SuiteRun(
                        new Suite(false),
                        List.of(List.of("redis")),
                        Map.of("redis", () -> {
                            throw new IOException("no redis here");
                        }),
                        folders(),
                        console(),
                        _ -> {})
                .run();

        assertThat(status).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("redis did not start: no redis here");
    }

    @Test
    void countsFromTheStopHowLongTheEndTakes() throws Exception {
        run(run -> {
            nanos.set(Duration.ofSeconds(100).toNanos());
            part("session-1").stopped = () -> {
                nanos.set(Duration.ofSeconds(104).toNanos());
                saidHowToHurry.join();
            };
            run.tell(new StopAsked(0, "enough"));
        });

        assertThat(printed.toString(StandardCharsets.UTF_8)).containsPattern("waiting for .*session-1 \\(4 s\\)");
    }

    private int run(Consumer<SuiteRun> opened) throws InterruptedException {
        Map<String, PartStarter> starters = Map.of(
                "redis", () -> part("redis").started(),
                "proxy-1", () -> part("proxy-1").started(),
                "session-1", () -> part("session-1").started());
        return new SuiteRun(new Suite(false), STAGES, starters, folders(), console(), opened, NEWS_AFTER).run();
    }

    private FakePart part(String name) {
        return parts.computeIfAbsent(name, FakePart::new);
    }

    private Folders folders() {
        return new Folders(home, home);
    }

    private Console console() {
        var out = new PrintStream(printed, true, StandardCharsets.UTF_8) {
            @Override
            public void println(@Nullable String line) {
                super.println(line);
                if (String.valueOf(line).contains("Ctrl-C again")) {
                    saidHowToHurry.complete(null);
                }
            }
        };
        return new Console(out, nanos::get);
    }

    private List<String> runFolder() {
        try (Stream<Path> files = Files.list(folders().run())) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// A process that does as it is told.
    private final class FakePart implements RunningPart {

        private final String name;
        private final CompletableFuture<Integer> exit = new CompletableFuture<>();
        private volatile boolean paused;
        private volatile Runnable stopped = () -> {};

        private FakePart(String name) {
            this.name = name;
        }

        private FakePart started() {
            happened.add("start " + name);
            return this;
        }

        @Override
        public long pid() {
            return 42;
        }

        @Override
        public CompletableFuture<Integer> onExit() {
            return exit;
        }

        @Override
        public boolean isReady() {
            return !exit.isDone();
        }

        @Override
        public void askToStop() {
            happened.add("stop " + name + (paused ? ", paused" : ""));
            stopped.run();
            exit.complete(143);
        }

        @Override
        public void kill() {
            exit.complete(137);
        }

        @Override
        public boolean pause() {
            paused = true;
            happened.add("pause " + name);
            return true;
        }

        @Override
        public void goOn() {
            paused = false;
        }

        @Override
        public boolean isGoneWithin(Duration patience) {
            return exit.isDone();
        }
    }
}
