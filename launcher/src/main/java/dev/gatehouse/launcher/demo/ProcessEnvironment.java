package dev.gatehouse.launcher.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What another process of this user was told when it started: how a thief on the same machine would come by the tokens
/// of a game server.
final class ProcessEnvironment {

    private static final Pattern SEPARATOR = Pattern.compile("[\0 ]");

    static Map<String, String> of(long pid) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), "environ");
        String text = Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : asked(pid);
        Map<String, String> environment = new HashMap<>();
        SEPARATOR.splitAsStream(text).forEach(entry -> {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                environment.put(entry.substring(0, equals), entry.substring(equals + 1));
            }
        });
        return environment;
    }

    /// Where there is no /proc: `ps` shows the environment after the command, separated by spaces.
    private static String asked(long pid) throws IOException {
        var process = new ProcessBuilder("ps", "eww", "-o", "command=", "-p", Long.toString(pid)).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private ProcessEnvironment() {}
}
