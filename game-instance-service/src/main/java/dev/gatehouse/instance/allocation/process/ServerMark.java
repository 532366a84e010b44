package dev.gatehouse.instance.allocation.process;

import dev.gatehouse.model.id.ServerId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// What all processes of a game server have in their environment, as each hands it down to those that it starts: they
/// are known by it also where whoever has started them is gone. Whatever was started with another environment
/// has it not, and nobody sees it but on Linux.
record ServerMark(ServerId server) {

    /// None of those that a server links with: who starts one by hand hands these on, and it is not ours to end.
    private static final String VARIABLE = "OF_GATEHOUSE_SERVER";

    private static final Path PROCESSES = Path.of("/proc");

    void putInto(Map<String, String> environment) {
        environment.put(VARIABLE, server.value());
    }

    /// The server's processes that are alive.
    List<ProcessHandle> processes() {
        // A handle knows when its process has started, so that nobody else is ended who gets the number later on.
        return ProcessHandle.allProcesses().filter(this::isOn).toList();
    }

    private boolean isOn(ProcessHandle process) {
        try {
            var environment =
                    Files.readString(PROCESSES.resolve(process.pid() + "/environ"), StandardCharsets.ISO_8859_1);
            return Arrays.asList(environment.split("\0")).contains(VARIABLE + "=" + server);
        } catch (IOException _) {
            // Gone, or somebody else's.
            return false;
        }
    }
}
