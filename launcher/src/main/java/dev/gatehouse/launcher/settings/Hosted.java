package dev.gatehouse.launcher.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The game that the suite hosts.
///
/// @param jars what session-service loads; empty for goldrush
/// @param server the command that starts a dedicated server, in the folder that it was typed in; empty
///     for goldrush's own, and for none where there are jars
public record Hosted(List<Path> jars, List<String> server) {

    public static final Hosted GOLDRUSH = new Hosted(List.of(), List.of());

    /// @throws IllegalArgumentException if one of the jars is no file, or a word of the command holds both
    ///     kinds of quotes; the message is for people
    public Hosted {
        jars = List.copyOf(jars);
        for (Path jar : jars) {
            if (!Files.isRegularFile(jar)) {
                throw new IllegalArgumentException("games: " + jar + " (expected: a jar)");
            }
        }
        server = ServerCommand.checked(server);
    }
}
