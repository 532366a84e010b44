package dev.gatehouse.instance.allocation.process;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// One running game server: the process, its children, and the file that names it. Safe to use from several
/// threads.
final class ServerProcess {

    private static final String PREFIX = "game-server-";
    private static final String SUFFIX = ".pid";

    private final ServerId serverId;
    private final InstanceId instanceId;
    private final Process process;
    private final Path pidFile;

    /// @param runDirectory where its file is kept while it runs
    ServerProcess(ServerId serverId, InstanceId instanceId, Process process, Path runDirectory) {
        this.serverId = serverId;
        this.instanceId = instanceId;
        this.process = process;
        this.pidFile = runDirectory.resolve(PREFIX + serverId + SUFFIX);
    }

    static boolean isPidFile(String name) {
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
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
        var tree = ProcessTree.of(process.toHandle());
        if (!tree.isGoneWithin(exitGrace)) {
            tree = tree.grown();
        }
        tree.end(killGrace);
    }
}
