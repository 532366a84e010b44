package dev.gatehouse.launcher.process;

import dev.gatehouse.launcher.settings.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
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
                if (process(file).map(GameServers::isStopped).orElse(true)) {
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

    /// The process of this file, unless its id has come to belong to a stranger.
    private static Optional<ProcessHandle> process(Path file) throws IOException {
        var written = Files.getLastModifiedTime(file).toInstant();
        return ProcessHandle.of(Long.parseLong(Files.readString(file).strip()))
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start -> !start.isAfter(written.plus(TOLERANCE)))
                        .isPresent());
    }

    private static boolean isStopped(ProcessHandle root) {
        var tree = tree(root);
        tree.forEach(ProcessHandle::destroy);
        if (areGone(tree)) {
            return true;
        }
        var whole = Stream.concat(tree.stream(), tree(root).stream()).distinct().toList();
        whole.forEach(ProcessHandle::destroyForcibly);
        return areGone(whole);
    }

    private static List<ProcessHandle> tree(ProcessHandle root) {
        return Stream.concat(root.descendants(), Stream.of(root)).toList();
    }

    private static boolean areGone(List<ProcessHandle> processes) {
        var exits = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        return Waiting.isDoneWithin(CompletableFuture.allOf(exits), PATIENCE);
    }
}
