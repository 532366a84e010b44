package dev.gatehouse.launcher.simulator;

import dev.gatehouse.launcher.settings.Folders;
import dev.gatehouse.launcher.settings.ServerCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The game servers' processes, by the files that game-instance-service keeps while they run.
public final class Servers {

    /// Stands for a server that is started by hand: keeps its environment, and lives until it is
    /// told to end.
    private static final List<String> BY_HAND = List.of(
            "/bin/sh",
            "-c",
            "umask 077; env | grep ^GATEHOUSE_ >{serverId}.part; mv {serverId}.part {serverId}.env; exec cat");

    private static final String ENVIRONMENT = ".env";

    private final Folders folders;

    public Servers(Folders folders) {
        this.folders = folders;
    }

    /// What starts a server for an instance.
    ///
    /// @param server the command of the game's own, run in this program's folder; empty where it is
    ///     started by hand
    public List<String> command(List<String> server) {
        return server.isEmpty() ? BY_HAND : ServerCommand.here(server);
    }

    /// Empty where it does not run.
    public Optional<ProcessHandle> process(String serverId) throws IOException {
        try {
            var pid =
                    Files.readString(folders.pidFile("game-server-" + serverId)).strip();
            return ProcessHandle.of(Long.parseLong(pid));
        } catch (NoSuchFileException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /// Where the environment of a server that is started by hand is, once it is there.
    Path environment(String serverId) {
        return folders.run().resolve(serverId + ENVIRONMENT);
    }

    Path output(String serverId) {
        return folders.logFile("game-server-" + serverId);
    }

    /// They hold tokens, which are of no use any more.
    public void forgetEnvironments() throws IOException {
        if (!Files.isDirectory(folders.run())) {
            return;
        }
        try (Stream<Path> files = Files.list(folders.run())) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(ENVIRONMENT)).toList()) {
                Files.delete(file);
            }
        }
    }
}
