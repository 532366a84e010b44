package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.tool.Bound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/// A process of the suite that something is done to as all play.
///
/// @param pidFile holds its id, as `./gatehouse up` writes it
/// @param frozen how long it stands still where it is to be frozen, 1 second to 5 minutes; unused otherwise
record Victim(Path pidFile, Ending ending, Duration frozen) {

    Victim {
        Bound.check("frozen", frozen, Duration.ofSeconds(1), Duration.ofMinutes(5));
    }

    String name() {
        return pidFile.getFileName().toString().replaceFirst("\\.pid$", "");
    }

    /// Returns at once.
    ///
    /// @return done when the process is gone, noticed up to half a second later, or goes on
    /// @throws IllegalStateException if there is no such process
    CompletionStage<?> end() {
        var process = process();
        return switch (ending) {
            case KILL -> gone(process, process.destroyForcibly());
            case DRAIN, HAND_OVER -> gone(process, process.destroy());
            case FREEZE -> freeze(process);
        };
    }

    private ProcessHandle process() {
        try {
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(name() + ": no process " + pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletionStage<?> gone(ProcessHandle process, boolean told) {
        if (!told) {
            throw new IllegalStateException(name() + ": process " + process.pid() + " cannot be told");
        }
        return process.onExit();
    }

    private CompletionStage<?> freeze(ProcessHandle process) {
        signal("-STOP", process);
        return CompletableFuture.runAsync(
                () -> signal("-CONT", process),
                CompletableFuture.delayedExecutor(frozen.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            var _ = new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
