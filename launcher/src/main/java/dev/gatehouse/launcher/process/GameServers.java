package dev.gatehouse.launcher.process;

import dev.gatehouse.launcher.settings.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Game servers that nobody is left to look after: game-instance-service started them and said so in the run folder.
final class GameServers {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String PREFIX = "game-server-";

    private final Folders folders;

    GameServers(Folders folders) {
        this.folders = folders;
    }

    /// Ends all of them and removes their files; returns when they are gone.
    void stopAll() {
        for (Path file : pidFiles()) {
            process(file).ifPresent(GameServers::stop);
            PidFiles.delete(file);
        }
    }

    private List<Path> pidFiles() {
        try (Stream<Path> files = Files.list(folders.run())) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The process of this file, unless its id has come to belong to a stranger.
    private Optional<ProcessHandle> process(Path file) {
        try {
            long pid = Long.parseLong(Files.readString(file).strip());
            return ProcessHandle.of(pid).filter(this::isOurs);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains(folders.marker());
    }

    private static void stop(ProcessHandle process) {
        var exit = process.onExit();
        process.destroy();
        if (!Waiting.isDoneWithin(exit, PATIENCE)) {
            process.destroyForcibly();
            Waiting.isDoneWithin(exit, PATIENCE);
        }
    }
}
