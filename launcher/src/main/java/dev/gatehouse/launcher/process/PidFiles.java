package dev.gatehouse.launcher.process;

import dev.gatehouse.launcher.settings.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Says in the run folder which processes there are, for people and for whoever has to clean up.
final class PidFiles {

    private final Folders folders;

    PidFiles(Folders folders) {
        this.folders = folders;
    }

    void write(String name, long pid) {
        try {
            Files.writeString(folders.pidFile(name), pid + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String name) {
        delete(folders.pidFile(name));
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
