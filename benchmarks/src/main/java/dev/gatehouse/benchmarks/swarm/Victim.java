package dev.gatehouse.benchmarks.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/// A process of the suite that ends as all play.
///
/// @param pidFile holds its id, as `./gatehouse up` writes it
record Victim(Path pidFile, Ending ending) {

    String name() {
        return pidFile.getFileName().toString().replaceFirst("\\.pid$", "");
    }

    /// Returns at once.
    ///
    /// @return done when the process is gone, noticed up to half a second later
    /// @throws IllegalStateException if there is no such process
    CompletionStage<?> end() {
        try {
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            var process = ProcessHandle.of(pid);
            if (process.isEmpty() || !ending.isDoneTo(process.get())) {
                throw new IllegalStateException(name() + ": no process " + pid);
            }
            return process.get().onExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
