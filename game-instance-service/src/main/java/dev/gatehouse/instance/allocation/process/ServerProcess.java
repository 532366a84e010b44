package dev.gatehouse.instance.allocation.process;

import dev.gatehouse.model.id.InstanceId;
import dev.gatehouse.model.id.ServerId;
import dev.gatehouse.provider.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/// One running game server: the process, all that it has started, and the file that names it. Safe to
/// use from several threads.
final class ServerProcess {

    private static final String PREFIX = "game-server-";
    private static final String SUFFIX = ".pid";

    private final ServerId serverId;
    private final InstanceId instanceId;
    private final Process process;
    private final Path pidFile;
    private final AtomicReference<ProcessTree> tree;
    private volatile boolean released;
    private boolean ended; // Guarded by this. A later end must not find another server of the same id.

    /// @param runDirectory where its file is kept while it runs
    ServerProcess(ServerId serverId, InstanceId instanceId, Process process, Path runDirectory) {
        this.serverId = serverId;
        this.instanceId = instanceId;
        this.process = process;
        this.pidFile = runDirectory.resolve(PREFIX + serverId + SUFFIX);
        this.tree = new AtomicReference<>(new ProcessTree(new ServerMark(serverId), List.of(process.toHandle())));
    }

    static boolean isPidFile(Path file) {
        var name = file.getFileName().toString();
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /// Whose file this is.
    ///
    /// @throws IllegalArgumentException for a name that no server can have
    static ServerId serverOf(Path pidFile) {
        var name = pidFile.getFileName().toString();
        return new ServerId(name.substring(PREFIX.length(), name.length() - SUFFIX.length()));
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

    /// Notes what it has started, which cannot be found any more once it is gone.
    void look() {
        tree.updateAndGet(tree -> tree.grown(process.toHandle()));
    }

    /// Whether anything of it still runs.
    boolean isThere() {
        return tree.get().whole().isAlive();
    }

    /// Nobody wants it any more: its exit is no news.
    void release() {
        released = true;
    }

    boolean isReleased() {
        return released;
    }

    /// Ends the process and everything it has started, as far as that can be found. Blocks for no longer
    /// than both times together, and the last one twice; whoever else wants its end waits for the same.
    ///
    /// @param exitGrace to go by itself
    /// @param killGrace to go after being told to, before it is killed
    synchronized void end(Duration exitGrace, Duration killGrace) {
        if (ended) {
            return;
        }
        look();
        if (!isGoneWithin(exitGrace)) {
            look();
        }
        tree.get().end(killGrace);
        ended = true;
    }

    private boolean isGoneWithin(Duration grace) {
        try {
            return process.waitFor(grace);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
