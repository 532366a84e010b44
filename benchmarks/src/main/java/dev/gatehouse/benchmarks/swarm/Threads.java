package dev.gatehouse.benchmarks.swarm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// How many threads each process of a suite has, as the kernel counts them.
///
/// @param count by the process's name; empty where there is no `/proc`
record Threads(Map<String, Integer> count) {

    private static final Pattern LINE = Pattern.compile("(?m)^Threads:\\s+(\\d+)$");

    Threads {
        count = Map.copyOf(count);
    }

    /// Of the processes whose ids lie beside the victim's, without the victim.
    static Threads beside(Victim victim) {
        var count = new TreeMap<String, Integer>();
        try (var files =
                Files.newDirectoryStream(victim.pidFile().toAbsolutePath().getParent(), "*.pid")) {
            for (var file : files) {
                var process = new Victim(file, victim.ending(), victim.pause(), victim.management());
                var status = Path.of("/proc", Files.readString(file).strip(), "status");
                if (!process.name().equals(victim.name()) && Files.exists(status)) {
                    var line = LINE.matcher(Files.readString(status));
                    if (line.find()) {
                        count.put(process.name(), Integer.parseInt(line.group(1)));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Threads(count);
    }
}
