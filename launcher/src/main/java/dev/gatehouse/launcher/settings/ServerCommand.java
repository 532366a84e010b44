package dev.gatehouse.launcher.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command of a game server, as it was typed.
public final class ServerCommand {

    /// @throws IllegalArgumentException if a word holds both kinds of quotes: the service that is to run
    ///     it reads one line
    static List<String> checked(List<String> words) {
        for (String word : words) {
            if (word.contains("'") && word.contains("\"")) {
                throw new IllegalArgumentException("server: " + word + " (expected: one kind of quotes in a word)");
            }
        }
        return List.copyOf(words);
    }

    /// The same, run in the folder that this program was called in.
    public static List<String> here(List<String> words) {
        var here = Path.of("").toAbsolutePath().toString();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "cd \"$0\" && exec \"$@\"", here));
        command.addAll(words);
        return command;
    }

    private ServerCommand() {}
}
