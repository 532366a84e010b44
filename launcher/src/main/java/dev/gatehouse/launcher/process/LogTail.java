package dev.gatehouse.launcher.process;

import dev.gatehouse.launcher.settings.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The end of a log, for a person who has just read that its process failed.
final class LogTail {

    private static final int LINES = 15;

    private final Folders folders;

    LogTail(Folders folders) {
        this.folders = folders;
    }

    List<String> lastLines(String name) {
        Path file = folders.logFile(name);
        try {
            // Any bytes are readable this way; a log may end in the middle of a character.
            List<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> shown = new ArrayList<>(List.of("  the end of " + file + ":"));
            lines.subList(Math.max(0, lines.size() - LINES), lines.size()).forEach(line -> shown.add("  | " + line));
            return shown;
        } catch (IOException _) {
            return List.of();
        }
    }
}
