package dev.gatehouse.instance.allocation.process;

import dev.gatehouse.model.id.ServerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What game servers have printed, a file for each: the newest ones. How long one gets is up to the
/// server, which writes to it by itself.
///
/// @param keep so many files at most, beside those of servers that run
record ServerLogs(Path directory, int keep) {

    private static final Logger LOG = LoggerFactory.getLogger(ServerLogs.class);
    private static final String PREFIX = "game-server-";
    private static final String SUFFIX = ".log";

    Path of(ServerId server) {
        return directory.resolve(PREFIX + server + SUFFIX);
    }

    /// Makes room for one more: deletes the oldest, but none of a server that runs.
    void makeRoom(Set<ServerId> running) throws IOException {
        Files.createDirectories(directory);
        var inUse = running.stream().map(this::of).collect(Collectors.toSet());
        for (Path file : files().stream()
                .filter(each -> !inUse.contains(each))
                .sorted(Comparator.comparingLong(ServerLogs::writtenAt).reversed())
                .skip(keep - 1L)
                .toList()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("{} stays: {}", file, e.toString());
            }
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> isLog(file.getFileName().toString())).toList();
        }
    }

    private static boolean isLog(String name) {
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /// When it was last written to; one that is gone meanwhile counts as the oldest.
    private static long writtenAt(Path file) {
        return file.toFile().lastModified();
    }
}
