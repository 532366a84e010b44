package dev.gatehouse.launcher.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The game that the suite hosts, and what else is brought along for it.
///
/// @param jars what session-service loads; empty for goldrush
/// @param server the command that starts a dedicated server, in the folder that it was typed in; empty
///     for goldrush's own, and for none where there are jars
/// @param providers jars of providers of game servers, and of what those need, which
///     game-instance-service loads
public record Hosted(List<Path> jars, List<String> server, List<Path> providers) {

    public static final Hosted GOLDRUSH = new Hosted(List.of(), List.of(), List.of());

    /// @throws IllegalArgumentException if one of the jars is no file, or a word of the command holds both
    ///     kinds of quotes; the message is for people
    public Hosted {
        jars = checked("games", jars);
        server = ServerCommand.checked(server);
        providers = checked("providers", providers);
    }

    /// The same game with these providers.
    public Hosted with(List<Path> others) {
        return new Hosted(jars, server, others);
    }

    private static List<Path> checked(String option, List<Path> jars) {
        for (Path jar : jars) {
            if (!Files.isRegularFile(jar)) {
                throw new IllegalArgumentException(option + ": " + jar + " (expected: a jar)");
            }
        }
        return List.copyOf(jars);
    }
}
