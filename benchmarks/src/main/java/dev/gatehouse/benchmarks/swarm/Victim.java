package dev.gatehouse.benchmarks.swarm;

import dev.gatehouse.benchmarks.tool.Bound;
import dev.gatehouse.localredis.process.Signal;
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
/// @param pause how long it is paused where it goes on afterwards, 1 second to 5 minutes; unused otherwise
/// @param management the base of its management port, where it is asked something; null otherwise
record Victim(
        Path pidFile,
        Ending ending,
        Duration pause,
        @Nullable URI management) {

    Victim {
        Bound.check("pause", pause, Duration.ofSeconds(1), Duration.ofMinutes(5));
        if (ending.asks() != (management != null)) {
            throw new IllegalArgumentException(
                    "management: %s (expected: that of a node to be paused or to hand over, and no other)"
                            .formatted(management));
        }
    }

    String name() {
        return pidFile.getFileName().toString().replaceFirst("\\.pid$", "");
    }

    /// Returns at once.
    ///
    /// @return done when the process is gone, noticed up to half a second later, or goes on
    /// @throws IllegalStateException if there is no such process, or it cannot be told
    CompletionStage<?> end() {
        var process = process();
        return switch (ending) {
            case KILL -> gone(process, process.destroyForcibly());
            case DRAIN, HAND_OVER -> gone(process, process.destroy());
            case PAUSE_REDIS, PAUSE_NODE -> paused(process.pid());
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
        check(told, process.pid());
        return process.onExit();
    }

    private CompletionStage<?> paused(long pid) {
        // For a program that is told to end before: nobody else knows that the process waits for it.
        var goOn = new Thread(() -> Signal.CONT.send(pid), "go-on");
        Runtime.getRuntime().addShutdownHook(goOn);
        check(Signal.STOP.send(pid), pid);
        return CompletableFuture.runAsync(
                () -> {
                    Signal.CONT.send(pid);
                    Runtime.getRuntime().removeShutdownHook(goOn);
                },
                CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS));
    }

    private void check(boolean told, long pid) {
        if (!told) {
            throw new IllegalStateException(name() + ": process " + pid + " cannot be told");
        }
    }
}
