package dev.gatehouse.localredis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One running Redis on 127.0.0.1. Safe for use by several threads.
public final class LocalRedis implements AutoCloseable {

    private static final int POLL_MILLIS = 10;
    private static final int STOP_SECONDS = 5;

    private final Process process;
    private final int port;
    private final Path logFile;

    private LocalRedis(Process process, int port, Path logFile) {
        this.process = process;
        this.port = port;
        this.logFile = logFile;
    }

    /// Starts Redis and returns when it answers.
    ///
    /// @param port where it listens, on 127.0.0.1 only
    /// @param directory its working directory, made if absent: append-only files, and the unpacked binary
    /// @throws PortTakenException if another process listens there
    /// @throws IOException if it does not start; the message names the log file
    public static LocalRedis start(int port, Path directory, RedisOptions options) throws IOException {
        var folder = Files.createDirectories(directory).toAbsolutePath();
        refuseTakenPort(port);
        var configured = options.logFile();
        var logFile = configured == null ? folder.resolve("redis.log") : configured.toAbsolutePath();
        var binary = RedisBinary.locate(System.getenv().getOrDefault("PATH", ""), folder);
        var process = new ProcessBuilder(command(binary, port, folder, options))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .start();
        var redis = new LocalRedis(process, port, logFile);
        try {
            redis.awaitAnswer(options);
            return redis;
        } catch (IOException | RuntimeException e) {
            redis.close();
            throw e;
        }
    }

    /// A port that was free a moment ago.
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public Path logFile() {
        return logFile;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Completes with the exit status when the process is gone, wanted or not.
    public CompletableFuture<Integer> onExit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /// Deletes everything in it.
    public void flushAll() throws IOException {
        var answer = InlineCommands.ask(port, "FLUSHALL");
        if (!answer.equals("+OK")) {
            throw new IOException("FLUSHALL: " + answer + " (expected: +OK)");
        }
    }

    /// Asks it to stop, which writes its append-only file, and ends it if it has not after five seconds.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(STOP_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void refuseTakenPort(int port) throws PortTakenException {
        try {
            new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
        } catch (IOException _) {
            throw new PortTakenException(port);
        }
    }

    private static List<String> command(Path binary, int port, Path folder, RedisOptions options) {
        var command = new ArrayList<>(List.of(binary.toString(), "--port", Integer.toString(port)));
        command.addAll(List.of("--bind", "127.0.0.1", "--dir", folder.toString(), "--save", ""));
        command.addAll(List.of("--appendonly", options.appendOnly() ? "yes" : "no"));
        options.settings().forEach((name, value) -> command.addAll(List.of("--" + name, value)));
        return command;
    }

    private void awaitAnswer(RedisOptions options) throws IOException {
        var tries = Math.max(1, options.startTimeout().toMillis() / POLL_MILLIS);
        for (var i = 0L; i < tries; i++) {
            if (endsWithin(POLL_MILLIS)) {
                throw neverStarted();
            }
            if (answers()) {
                return;
            }
        }
        throw new IOException(
                "Redis did not answer on port " + port + " within " + options.startTimeout() + ": see " + logFile);
    }

    private boolean endsWithin(int millis) throws IOException {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Redis started", e);
        }
    }

    private IOException neverStarted() throws IOException {
        // Somebody may have taken the port between the check and the start.
        refuseTakenPort(port);
        return new IOException("Redis ended with status " + process.exitValue() + " when it started: see " + logFile);
    }

    private boolean answers() {
        try {
            // Whose answer it is matters: another Redis may be faster on the same port.
            return InlineCommands.ask(port, "PING").equals("+PONG")
                    && InlineCommands.ask(port, "INFO server").contains("process_id:" + pid() + "\r\n");
        } catch (IOException _) {
            return false;
        }
    }
}
