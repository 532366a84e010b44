package dev.gatehouse.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The folder that tests start the suite in, one after the other. What one start has taken apart, and
/// the class data of its processes, are there for the next.
public final class SuiteHome {

    private static final Path FOLDER = Path.of("target", "suite").toAbsolutePath();

    /// The home in it; what the start before has left there, but for that, is gone.
    public static Path emptied() throws IOException {
        Path home = Files.createDirectories(FOLDER.resolve("home")).toRealPath();
        for (Path each : children(home)) {
            if (!each.endsWith("apps")) {
                deleteAll(each);
            }
        }
        return home;
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static void deleteAll(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private SuiteHome() {}
}
