package dev.gatehouse.instance.allocation.process;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// One running game server: the process, its children, and the file that names it. Safe to use from several
/// threads.
final class ServerProcess {

    private final ServerId serverId;
    private final InstanceId instanceId;
    private final Process process;
    private final Path pidFile;

    ServerProcess(ServerId serverId, InstanceId instanceId, Process process, Path pidFile) {
        this.serverId = serverId;
        this.instanceId = instanceId;
        this.process = process;
        this.pidFile = pidFile;
    }

    ServerId serverId() {
        return serverId;
    }

    InstanceId instanceId() {
        return instanceId;
    }

    /// A process's own number may come again; together with the server's id it does not.
    String hostId() {
        return process.pid() + "-" + serverId;
    }

    RunningServer toRunning() {
        return new RunningServer(serverId, instanceId, hostId());
    }

    Process process() {
        return process;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    void writePidFile() throws IOException {
        Files.writeString(pidFile, process.pid() + "\n");
    }

    void removePidFile() throws IOException {
        Files.deleteIfExists(pidFile);
    }

    /// Ends the process and everything it has started. Blocks for no longer than both times together.
    ///
    /// @param exitGrace to go by itself
    /// @param killGrace to go after being told to, before it is killed
    void end(Duration exitGrace, Duration killGrace) {
        // Noted now: once a parent is gone, its children cannot be found through it.
        List<ProcessHandle> tree = tree();
        if (!gone(List.of(process.toHandle()), exitGrace)) {
            tree = Stream.concat(tree.stream(), tree().stream()).distinct().toList();
        }
        tree.forEach(ProcessHandle::destroy);
        if (!gone(tree, killGrace)) {
            Stream.concat(tree.stream(), tree().stream()).forEach(ProcessHandle::destroyForcibly);
            gone(tree, killGrace);
        }
    }

    private List<ProcessHandle> tree() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }

    private static boolean gone(List<ProcessHandle> processes, Duration within) {
        long deadlineMillis = within.toMillis();
        try {
            var all = processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
            CompletableFuture.allOf(all).get(deadlineMillis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
