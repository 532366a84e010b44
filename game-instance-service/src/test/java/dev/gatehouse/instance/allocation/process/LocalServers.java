package dev.gatehouse.instance.allocation.process;

import static org.awaitility.Awaitility.await;

import dev.gatehouse.model.id.ServerId;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// What a provider keeps of its servers in the folders below this one.
record LocalServers(Path folder) {

    Path pidFile(ServerId server) {
        return folder.resolve("run").resolve("game-server-" + server + ".pid");
    }

    Path log(ServerId server) {
        return folder.resolve("log").resolve("game-server-" + server + ".log");
    }

    ProcessHandle process(ServerId server) throws Exception {
        return ProcessHandle.of(Long.parseLong(Files.readString(pidFile(server)).strip()))
                .orElseThrow();
    }

    /// The process whose number the server has printed.
    ProcessHandle childOf(ServerId server) throws Exception {
        await().ignoreExceptionsInstanceOf(NoSuchFileException.class)
                .until(() -> Files.readString(log(server)).matches("child \\d+\n"));
        var number = Files.readString(log(server)).strip().substring("child ".length());
        return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
    }
}
