package dev.gatehouse.instance.allocation.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Game servers of an earlier run of this service that outlived it, as when it was killed, and what such servers have
/// started, whether they are still there themselves or not. They are known by the files that name them.
final class Leftovers {

    /// The file of a process is written right after the process has started. A process that has started later than that
    /// got the number of one that is gone, and is somebody else's.
    private static final Duration TOLERANCE = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    /// Ends them, and removes their files.
    ///
    /// @param killGrace how long one may take after it was told to go, before it is killed
    /// @return how many there were
    static int end(Path runDirectory, Duration killGrace) {
        int ended = 0;
        for (Path file : pidFiles(runDirectory)) {
            try {
                var tree = treeOf(file);
                if (tree.isAlive()) {
                    LOG.warn("{} was left behind by an earlier run: ended", file.getFileName());
                    tree.end(killGrace);
                    ended++;
                }
                Files.deleteIfExists(file);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("{} cannot be read: {}", file, e.toString());
            }
        }
        return ended;
    }

    private static ProcessTree treeOf(Path pidFile) throws IOException {
        var root = processOf(pidFile).stream().toList();
        return new ProcessTree(new ServerMark(ServerProcess.serverOf(pidFile)), root).whole();
    }

    private static Optional<ProcessHandle> processOf(Path pidFile) throws IOException {
        var written = Files.getLastModifiedTime(pidFile).toInstant();
        return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .startInstant()
                        .filter(start -> isBefore(start, written))
                        .isPresent());
    }

    private static boolean isBefore(Instant start, Instant written) {
        return !start.isAfter(written.plus(TOLERANCE));
    }

    private static List<Path> pidFiles(Path runDirectory) {
        if (!Files.isDirectory(runDirectory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(runDirectory)) {
            return files.filter(ServerProcess::isPidFile).toList();
        } catch (IOException e) {
            LOG.warn("{} cannot be read: {}", runDirectory, e.toString());
            return List.of();
        }
    }

    private Leftovers() {}
}
