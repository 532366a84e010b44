package dev.gatehouse.benchmarks.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A process of the suite that is killed without a warning.
///
/// @param pidFile holds its id, as `./gatehouse up` writes it
record Victim(Path pidFile) {

    String name() {
        return pidFile.getFileName().toString().replaceFirst("\\.pid$", "");
    }

    /// As `kill -9` does.
    ///
    /// @throws IllegalStateException if there is no such process
    void kill() {
        try {
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            var process = ProcessHandle.of(pid);
            if (process.isEmpty() || !process.get().destroyForcibly()) {
                throw new IllegalStateException(name() + ": no process " + pid);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
