package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.tool.Bound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A process of the suite that something is done to as all play.
///
/// @param pidFile holds its id, as `./gatehouse up` writes it
/// @param standstill how long it stands still where it goes on afterwards, 1 second to 5 minutes; unused otherwise
/// @param management the base of its management port, where it is to be paused; null otherwise
record Victim(
        Path pidFile,
        Ending ending,
        Duration standstill,
        @Nullable URI management) {

    Victim {
        Bound.check("standstill", standstill, Duration.ofSeconds(1), Duration.ofMinutes(5));
        if ((ending == Ending.PAUSE) != (management != null)) {
            throw new IllegalArgumentException(
                    "management: %s (expected: that of a node to be paused, and no other)".formatted(management));
        }
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
            case FREEZE, PAUSE -> standStill(process);
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

    private CompletionStage<?> standStill(ProcessHandle process) {
        // For a program that is told to end before: nobody else knows that the process waits for it.
        var goOn = new Thread(() -> signal("-CONT", process), "go-on");
        Runtime.getRuntime().addShutdownHook(goOn);
        signal("-STOP", process);
        return CompletableFuture.runAsync(
                () -> {
                    signal("-CONT", process);
                    Runtime.getRuntime().removeShutdownHook(goOn);
                },
                CompletableFuture.delayedExecutor(standstill.toMillis(), TimeUnit.MILLISECONDS));
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
