package dev.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `./gatehouse` as a person runs it, in a home folder and on ports of its own.
public final class GatehouseScript implements AutoCloseable {

    private static final Path SCRIPT = Path.of("../gatehouse").toAbsolutePath().normalize();
    private static final int[] PORTS = {8080, 8081, 8082, 8083, 8180, 8181, 9080, 9081, 9082, 9180, 9181, 6390};
    private static final int START_MINUTES = 3;

    private final Path home;
    private final Path output;
    private final int portOffset;
    private final Process process;

    private GatehouseScript(Path home, Path output, int portOffset, Process process) {
        this.home = home;
        this.output = output;
        this.portOffset = portOffset;
        this.process = process;
    }

    /// Starts `up`, `demo` or a simulator on free ports.
    ///
    /// @param home of one suite at a time
    static GatehouseScript start(Path home, String command, String... options) throws IOException {
        return start(home, command, freeOffset(), options);
    }

    static GatehouseScript start(Path home, String command, int offset, String... options) throws IOException {
        Path output = Files.createTempFile(home, command, ".txt");
        List<String> arguments = new ArrayList<>(List.of(command, "--no-build"));
        arguments.addAll(List.of("--port-offset", Integer.toString(offset)));
        arguments.addAll(List.of(options));
        Process process = builder(home, arguments)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new GatehouseScript(home, output, offset, process);
    }

    /// Starts `up`, and returns once everything is.
    static GatehouseScript up(Path home, String... options) throws IOException {
        var script = start(home, "up", options);
        await().atMost(Duration.ofMinutes(START_MINUTES))
                .failFast(() -> assertThat(script.handle().isAlive())
                        .as(script.output())
                        .isTrue())
                .until(() -> script.output().contains("everything is up"));
        return script;
    }

    /// What a command prints that ends by itself, such as `token`.
    ///
    /// @throws AssertionError if it fails
    static String run(Path home, String... arguments) throws IOException, InterruptedException {
        Process process = builder(home, List.of(arguments)).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(printed).isZero();
        return printed;
    }

    private static ProcessBuilder builder(Path home, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().put("GATEHOUSE_DIR", home.toString());
        return builder;
    }

    /// To be added to every port.
    public static int freeOffset() {
        return IntStream.iterate(11_000, offset -> offset < 19_000, offset -> offset + 137)
                .filter(offset -> IntStream.of(PORTS).allMatch(port -> isFree(port + offset)))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// The port that is `port` without an offset.
    int port(int port) {
        return port + portOffset;
    }

    Path home() {
        return home;
    }

    /// The script itself.
    ProcessHandle handle() {
        return process.toHandle();
    }

    /// The process whose id is kept in `run/NAME.pid`.
    ProcessHandle part(String name) throws IOException {
        String pid =
                Files.readString(home.resolve("run").resolve(name + ".pid")).strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /// Stops a part where it is, so that it hears of no wish to end.
    void freeze(String name) throws IOException, InterruptedException {
        var pid = Long.toString(part(name).pid());
        var kill = new ProcessBuilder("kill", "-STOP", pid).start();
        if (kill.waitFor() != 0) {
            throw new AssertionError("cannot freeze " + name);
        }
    }

    List<String> pidFiles() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("run"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid"))
                    .sorted()
                    .toList();
        }
    }

    String output() throws IOException {
        return Files.readString(output);
    }

    /// @throws AssertionError if it has not ended within three minutes
    int awaitEnd() throws IOException, InterruptedException {
        if (!process.waitFor(START_MINUTES, TimeUnit.MINUTES)) {
            throw new AssertionError("still running: " + output());
        }
        return process.exitValue();
    }

    /// Every live process that belongs to this home, however it came to be.
    List<ProcessHandle> processes() {
        return ProcessHandle.allProcesses()
                .filter(ProcessHandle::isAlive)
                .filter(this::isOurs)
                .toList();
    }

    private boolean isOurs(ProcessHandle candidate) {
        return candidate.info().commandLine().orElse("").contains(home.toString())
                || workingFolder(candidate).startsWith(home);
    }

    private static Path workingFolder(ProcessHandle candidate) {
        try {
            return Path.of("/proc", Long.toString(candidate.pid()), "cwd").toRealPath();
        } catch (IOException _) {
            return Path.of("/");
        }
    }

    /// Returns once the script is gone too: it cleans up in a home that the next one may have by then.
    @Override
    public void close() {
        process.destroy();
        processes().forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
    }
}
