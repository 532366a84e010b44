package dev.gatehouse.launcher.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.gatehouse.launcher.settings.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/// Game servers that nobody is left to look after: game-instance-service started them and said so in the run folder, as
/// docs/guides/providers.md describes.
final class GameServers {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String PREFIX = "game-server-";
    private static final String SUFFIX = ".pid";
    private static final String MARK = "OF_GATEHOUSE_SERVER=";

    /// The file of a process is written right after the process has started.
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private final Folders folders;

    GameServers(Folders folders) {
        this.folders = folders;
    }

    /// Ends all of them, with what they have started, and removes their files; returns when they are gone. The file of
    /// one that does not go stays.
    void stopAll() {
        for (Path file : pidFiles()) {
            try {
                if (areStopped(processes(file))) {
                    PidFiles.delete(file);
                }
            } catch (NoSuchFileException _) {
                // Its server went by itself.
            } catch (IOException | NumberFormatException _) {
                // It may name a server: whoever can read it ends that one.
            }
        }
    }

    private List<Path> pidFiles() {
        try (Stream<Path> files = Files.list(folders.run())) {
            return files.filter(file -> isPidFile(file.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isPidFile(String name) {
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /// The process of this file, and those that it has started, by what they hand down: it may be gone before them.
    private static List<ProcessHandle> processes(Path file) throws IOException {
        var name = file.getFileName().toString();
        var server = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        var root = process(file);
        var marked = ProcessHandle.allProcesses().filter(process -> isOf(server, process));
        return Stream.concat(root.stream(), marked).distinct().toList();
    }

    private static boolean isOf(String server, ProcessHandle process) {
        try {
            var environment = Files.readString(Path.of("/proc/" + process.pid() + "/environ"), ISO_8859_1);
            return Arrays.asList(environment.split("\0")).contains(MARK + server);
        } catch (IOException _) {
            // Gone, or somebody else's, or this is not Linux.
            return false;
        }
    }

    /// The process of this file, unless its id has come to belong to a stranger.
    private static Optional<ProcessHandle> process(Path file) throws IOException {
        var written = Files.getLastModifiedTime(file).toInstant();
        return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start -> !start.isAfter(written.plus(TOLERANCE)))
                        .isPresent());
    }

    private static boolean areStopped(List<ProcessHandle> processes) {
        var all = whole(processes);
        all.forEach(ProcessHandle::destroy);
        if (areGone(all)) {
            return true;
        }
        var whole = whole(all);
        whole.forEach(ProcessHandle::destroyForcibly);
        return areGone(whole);
    }

    private static List<ProcessHandle> whole(List<ProcessHandle> processes) {
        return processes.stream()
                .flatMap(process -> Stream.concat(process.descendants(), Stream.of(process)))
                .distinct()
                .toList();
    }

    private static boolean areGone(List<ProcessHandle> processes) {
        var exits = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        return Waiting.isDoneWithin(CompletableFuture.allOf(exits), PATIENCE);
    }
}
